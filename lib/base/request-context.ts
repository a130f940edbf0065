import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from '@/lib/base/crypto/random'
import { singleton } from '@/lib/base/singleton'

/** What the process knows about the request being served, and a client cannot forge. */
export interface RequestContext {
  requestId: string
  /** The client's address: the socket's, or what a trusted proxy reports. */
  address: string | null
  userAgent: string | null
  /** How many `Authorization` headers came; Node keeps the first and drops the rest. */
  authorizationCount: number
  /** The body was over the limit and has been answered: what was read of it must not be used. */
  isBodyRefused: boolean
  /** The path that was asked for, with its query. */
  target?: string
  /** How long caches may keep a successful answer, in the words of `Cache-Control`; unset for none. */
  cacheControl?: string
  /** The database could not serve something that the request needed: nothing more is asked of it. */
  isStoreUnavailable: boolean
  /** It revokes credentials: on a full disk it may use the room that is kept for that. */
  mayUseReserve?: boolean
}

const storage = () => singleton('request-context', () => new AsyncLocalStorage<RequestContext>())

/** Runs `work` with `context` as the context of everything it starts. */
export function runWithRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage().run(context, work)
}

/**
 * Whether the database has failed the current request. Then it is not asked again: several
 * statements would each wait for their own timeout.
 */
export function hasStoreFailed(): boolean {
  return storage().getStore()?.isStoreUnavailable === true
}

/** The context of the current request; outside one, a fresh id and no address. */
export function requestContext(): RequestContext {
  return (
    storage().getStore() ?? {
      requestId: randomUUID(),
      address: null,
      userAgent: null,
      authorizationCount: 1,
      isBodyRefused: false,
      isStoreUnavailable: false,
    }
  )
}
