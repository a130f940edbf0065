import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from '@/lib/base/crypto/random'
import { singleton } from '@/lib/base/singleton'

/**
 * What the listener records about the current request, outside the request itself, so that a client cannot forge
 * it.
 */
export interface RequestContext {
  requestId: string
  /** The client's address: the socket's, or the one that a trusted proxy reports. */
  address: string | null
  userAgent: string | null
  /** How many `Authorization` headers the request has. Node.js keeps the first and drops the rest. */
  authorizationCount: number
  /** The body exceeded the limit and the server rejected the request: what was read of the body must not be used. */
  isBodyRefused: boolean
  /** The requested path with its query. */
  target?: string
  /** The `Cache-Control` header of a successful response; unset if no cache may keep it. */
  cacheControl?: string
  /** The database failed during this request, so the request must not query it again. */
  isStoreUnavailable: boolean
  /** The request revokes credentials, so it may use the disk reserve when the disk is full. */
  mayUseReserve?: boolean
}

const storage = () => singleton('request-context', () => new AsyncLocalStorage<RequestContext>())

/** Runs `work` and everything that it starts with this context. */
export function runWithRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage().run(context, work)
}

/**
 * Whether the database has failed the current request. The request then stops querying it: several statements would
 * each wait for their own timeout.
 */
export function hasStoreFailed(): boolean {
  return storage().getStore()?.isStoreUnavailable === true
}

/** Returns the context of the current request. Outside a request, returns one with a new id and no address. */
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
