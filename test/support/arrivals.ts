import type { Account } from '@/lib/domain/accounts/account-store'
import { now } from '@/lib/base/clock'
import { digestOf } from '@/lib/base/crypto/digest'
import type { AppError } from '@/lib/base/errors/app-error'
import { runWithRequestContext } from '@/lib/base/request-context'
import { database } from '@/lib/db/client'
import type { Identity } from '@/lib/db/generated/sqlite/client'
import type { ContinueInput } from '@/lib/domain/provider-sign-in/schema'
import { signInByIdentity } from '@/lib/domain/provider-sign-in/sign-in-by-identity'
import { getProvider } from '@/lib/domain/providers/get-provider'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import { programDoor, sessionDoor, type SignIn } from '@/lib/domain/sessions/complete-sign-in'
import { POST as continueLogin } from '@/app/api/v1/auth/login/continue/route'
import { POST as continueSession } from '@/app/api/v1/auth/session/continue/route'
import { APP, call, type Answer } from '@/test/support/requests/api'
import { ACME } from '@/test/support/identities'
import { withSettings } from '@/test/support/with-settings'

const ISSUER = ACME.PROVIDER_ACME_ISSUER

/** Configures the provider `acme` until the running test ends. Settings of the provider go without their prefix. */
export function withAcme(acme: Readonly<Record<string, string>> = {}, others: Record<string, string> = {}): void {
  const own = Object.entries({ LABEL: 'Acme', ...acme }).map(([name, value]) => [`PROVIDER_ACME_${name}`, value])
  withSettings({ ...ACME, ...Object.fromEntries(own), ...others })
}

let made = 0

/** Returns what `acme` has proven about a person: a new one with a verified address, unless `fields` say otherwise. */
export function proven(fields: Partial<ProvenIdentity> = {}): ProvenIdentity {
  made += 1
  return {
    provider: 'acme',
    issuer: ISSUER,
    subject: `subject-${made}`,
    email: `visitor-${made}@example.com`,
    emailVerified: true,
    username: `visitor-${made}`,
    firstName: 'Vera',
    lastName: 'Visitor',
    isInAdminGroup: null,
    authenticatedAt: null,
    ...fields,
  }
}

/** Adds a proven identity to an account in the database. */
export async function link({ id: userId }: Account, identity: ProvenIdentity): Promise<Identity> {
  const { provider, issuer, subject, email, emailVerified, username } = identity
  const at = now()
  const shown = { provider, email, emailVerified, username }
  return database().identity.create({ data: { userId, issuer, subject, ...shown, createdAt: at, lastUsedAt: at } })
}

/** The first request of a sign-in, once the provider has proven the identity. */
export interface Arrival {
  door: 'session' | 'login'
  cookie: string
  /** What the identity led to, if it signed in. */
  signIn: SignIn | null
  /** Why it did not. */
  code: string | null
  detail: string | null
  /** The members of the problem. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Tests inspect members of every shape.
  members: any
}

interface ArrivalOptions {
  door?: 'session' | 'login'
  invite?: string
  isSetup?: boolean
  signOut?: readonly string[]
}

/** Lets a proven identity arrive at a door, as after a visit to the provider. */
export async function arrive(identity: ProvenIdentity, options: ArrivalOptions = {}): Promise<Arrival> {
  const { door = 'session', invite = null, isSetup = false, signOut = [] } = options
  made += 1
  const cookie = `cookie-${made}`
  const isBrowser = door === 'session'
  const work = () =>
    signInByIdentity({
      provider: getProvider(identity.provider),
      content: {
        identity,
        invite,
        isSetup,
        shownPassword: null,
        startsFresh: false,
        next: isBrowser ? '/tokens' : null,
        deviceName: isBrowser ? null : 'Phone',
      },
      account: null,
      door: { ...(isBrowser ? sessionDoor({}) : programDoor('device', 'Phone')), signOut },
      place: { door, cookieDigest: isBrowser ? digestOf(cookie) : null },
      ticket: null,
      mayMail: false,
    })
  const base = { door, cookie, signIn: null, code: null, detail: null, members: {} }
  try {
    return { ...base, signIn: await inContext(work) }
  } catch (error) {
    const { code, message, extensions } = error as AppError
    return { ...base, code, detail: message, members: extensions }
  }
}

/** Continues a sign-in through its endpoint. `from` replaces the door or the browser. */
export async function goOn(
  arrival: Arrival,
  answer: Omit<ContinueInput, 'ticket'>,
  from: { door?: 'session' | 'login'; cookie?: string; session?: string } = {},
): Promise<Answer> {
  const { door = arrival.door, cookie = arrival.cookie } = from
  const input = continuing({ ...arrival, door, cookie }, answer, from.session)
  return call(door === 'session' ? continueSession : continueLogin, input)
}

/** Returns the request that continues a sign-in, in a browser that may have a session. */
export function continuing(
  { door, cookie, members }: Arrival,
  answer: Omit<ContinueInput, 'ticket'>,
  session?: string,
) {
  const body = { ticket: members.ticket as string, ...answer }
  if (door === 'login') return { body }
  const cookies = [`latchkey-journey=${cookie}`, ...(session === undefined ? [] : [`latchkey=${session}`])]
  return { body, headers: { origin: APP, 'sec-fetch-site': 'same-origin', cookie: cookies.join('; ') } }
}

/** Returns the session key that an answer sets. */
export function sessionIn({ headers }: Answer): string | undefined {
  return headers.getSetCookie().flatMap((line) => /^latchkey=(lks_[^;]+)/.exec(line)?.[1] ?? [])[0]
}

async function inContext<T>(work: () => Promise<T>): Promise<T> {
  const context = {
    requestId: 'test',
    address: '192.0.2.1',
    userAgent: 'vitest',
    authorizationCount: 0,
    isBodyRefused: false,
    isStoreUnavailable: false,
  }
  return runWithRequestContext(context, work)
}
