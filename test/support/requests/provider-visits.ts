import type { Account } from '@/lib/domain/accounts/account-store'
import type { Contract } from '@/lib/base/contract'
import { database } from '@/lib/db/client'
import { now } from '@/lib/base/clock'
import { POST as issueNonce } from '@/app/api/v1/auth/providers/[id]/nonce/route'
import { startHostileIssuer, type HostileIssuer } from '@/test/support/providers/hostile-issuer'
import { signInAtProvider, withProviders } from '@/test/support/providers/sign-in-at-provider'
import { APP, call } from '@/test/support/requests/api'
import type { AskInput } from '@/test/support/requests/ask-contract'

let starting: Promise<HostileIssuer> | undefined

/** Returns the issuer of all tests of this process, which is honest again. */
export async function testIssuer(): Promise<HostileIssuer> {
  const issuer = await (starting ??= startHostileIssuer())
  issuer.lies = {}
  return issuer
}

/** Tells whether a contract takes what a provider has proven. */
export const provesIdentity = ({ path }: Contract) => /\/providers\/\{id\}\/(?:finish|login)$/.test(path)

/** Makes the test issuer the provider `acme`. */
export async function withTestIssuer(settings: Record<string, string> = {}): Promise<void> {
  const { issuer } = await testIssuer()
  withProviders({ acme: { ISSUER: issuer, LABEL: 'Acme', ...settings } })
}

interface VisitOptions {
  /** What the provider says about the person. */
  claims: Record<string, unknown>
  /** The settings of the provider, without their prefix, and others. */
  settings?: Record<string, string>
  others?: Record<string, string>
  /** The session in which the visit begins, and what starts it. */
  session?: string
  start?: Record<string, unknown>
}

/** Walks to the test issuer and returns the request that brings back what it says. */
export async function visitIssuer({ path }: Contract, options: VisitOptions): Promise<AskInput> {
  const { claims, settings = {}, others = {}, session, start = {} } = options
  const issuer = await testIssuer()
  withProviders({ acme: { ISSUER: issuer.issuer, LABEL: 'Acme', ...settings } }, others)
  issuer.lies = { claims, userInfo: claims }
  const params = { id: 'acme' }
  if (path.endsWith('/login')) {
    const { json } = await call(issueNonce, { method: 'POST', params })
    return { params, body: { id_token: await issuer.idToken({ nonce: json.nonce }), nonce: json.nonce } }
  }
  const { query, cookie } = await signInAtProvider('acme', start, session === undefined ? {} : { session })
  const cookies = [`latchkey-journey=${cookie}`, ...(session === undefined ? [] : [`latchkey=${session}`])]
  const headers = { origin: APP, 'sec-fetch-site': 'same-origin', cookie: cookies.join('; ') }
  return { params, body: { query }, headers }
}

/** Returns the claims of an identity of an account at the test issuer. */
export async function linkAtIssuer({ id: userId }: Account): Promise<Record<string, unknown>> {
  const { issuer } = await testIssuer()
  const at = now()
  const subject = `subject-of-${userId}`
  await database().identity.create({
    data: { userId, provider: 'acme', issuer, subject, createdAt: at, lastUsedAt: at },
  })
  return { sub: subject, email: undefined, email_verified: undefined }
}
