import { randomUUID } from 'node:crypto'
import type { Account } from '@/lib/domain/accounts/account-store'
import type { Contract } from '@/lib/base/contract'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { BoundedQueue } from '@/lib/base/passwords/bounded-queue'
import { now } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { database } from '@/lib/db/client'
import type { ContinueInput } from '@/lib/domain/provider-sign-in/schema'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import { APP, type Answer } from '@/test/support/requests/api'
import { arrive, continuing, proven, withAcme } from '@/test/support/arrivals'
import { codeOf, newCodes } from '@/test/support/codes'
import { askContract, type AskInput } from '@/test/support/requests/ask-contract'
import { newSubject } from '@/test/support/requests/contract-subject'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import type { Provocation } from '@/test/support/requests/provoke'
import { linkAtIssuer, provesIdentity, visitIssuer, withTestIssuer } from '@/test/support/requests/provider-visits'
import { withProviders } from '@/test/support/providers/sign-in-at-provider'
import { withSingleton } from '@/test/support/with-singleton'

/** Tells whether a contract continues a sign-in with a ticket. */
export const isContinuation = ({ path }: Contract) => path.endsWith('/continue')

interface Visit {
  identity?: ProvenIdentity
  answer?: Omit<ContinueInput, 'ticket'>
  ticket?: string
  invite?: string
  /** What happens between the first request and this one. */
  meanwhile?: () => unknown
}

/** Lets an identity arrive and continue at a contract’s endpoint. */
async function visit(contract: Contract, { identity = proven(), answer = {}, ...more }: Visit): Promise<Answer> {
  const { ticket, invite, meanwhile } = more
  const door = contract.path.includes('/login/') ? 'login' : 'session'
  const arrival = await arrive(identity, { door, ...(invite !== undefined && { invite }) })
  await meanwhile?.()
  const members = ticket === undefined ? arrival.members : { ticket }
  return askContract(contract, continuing({ ...arrival, members }, answer))
}

/** Creates an account that has confirmed its address, and an identity that shares it and needs the password. */
async function sharing(): Promise<{ account: Account; identity: ProvenIdentity }> {
  withAcme({ LINK: 'ask' })
  const { id } = await newAccount()
  const account = await database().user.update({ where: { id }, data: { emailVerifiedAt: now() } })
  return { account, identity: proven({ email: account.email }) }
}

const change = ({ id }: Account, data: Parameters<ReturnType<typeof database>['user']['update']>[0]['data']) =>
  database().user.update({ where: { id }, data })

/** How a sign-in that continues with a ticket fails. */
const continuations: Partial<Record<ErrorCode, Provocation>> = {
  credentials_invalid: async (contract) => {
    const { account, identity } = await sharing()
    return visit(contract, { identity, meanwhile: () => change(account, { isActive: false }) })
  },
  session_limit_reached: async (contract) => {
    const { account, identity } = await sharing()
    withAcme({ LINK: 'ask' }, { SESSION_POLICY: 'one', SESSION_OVERFLOW: 'ask' })
    await newToken(account, 'device')
    return visit(contract, { identity, answer: { password: PASSWORD } })
  },
  account_needed: async (contract) => {
    withAcme()
    return visit(contract, {})
  },
  link_required: async (contract) => visit(contract, await sharing()),
  registration_closed: async (contract) => {
    withAcme()
    return visit(contract, { meanwhile: () => withAcme({ PROVISION: 'never' }) })
  },
  provider_not_found: async (contract) => {
    withAcme()
    return visit(contract, { meanwhile: () => withSingleton('settings', { ...settings(), providers: [] }) })
  },
  ticket_invalid: async (contract) => {
    withAcme()
    return visit(contract, { ticket: 'never-issued' })
  },
  password_incorrect: async (contract) => visit(contract, { ...(await sharing()), answer: { password: 'wrong' } }),
  password_sign_in_disabled: async (contract) => {
    const { identity } = await sharing()
    withAcme({ LINK: 'ask' }, { PASSWORD_SIGN_IN: 'off' })
    return visit(contract, { identity, answer: { password: PASSWORD } })
  },
  code_invalid: async (contract) => {
    withAcme({}, { REGISTRATION: 'invite' })
    const account = await newAccount()
    await newCodes(account)
    const meanwhile = () => database().oneTimeCode.deleteMany()
    return visit(contract, { invite: codeOf(account, 'invitation'), meanwhile })
  },
  username_taken: async (contract) => {
    withAcme()
    const { username } = await newAccount()
    return visit(contract, { answer: { account: { username } } })
  },
  email_taken: async (contract) => {
    withAcme()
    const { email } = await newAccount()
    const identity = proven({ email: null, emailVerified: false })
    return visit(contract, { identity, answer: { account: { username: 'newcomer', email } } })
  },
  busy: async (contract) => {
    const { identity } = await sharing()
    const meanwhile = () => withSingleton('password-queue', new BoundedQueue(0, 0))
    return visit(contract, { identity, answer: { password: PASSWORD }, meanwhile })
  },
}

/** Brings back what the test issuer says about a person. */
const bringing =
  (options: () => Promise<Parameters<typeof visitIssuer>[1]>, ask: AskInput = {}): Provocation =>
  async (contract) => {
    const visit = await visitIssuer(contract, await options())
    return askContract(contract, { ...visit, ...ask })
  }

const stranger = (claims: Record<string, unknown> = {}) => ({
  sub: `stranger-${randomUUID()}`,
  email: undefined,
  ...claims,
})

/** How a sign-in fails with what a provider has proven. */
const visits: Partial<Record<ErrorCode, Provocation>> = {
  credentials_invalid: bringing(async () => ({ claims: await linkAtIssuer(await newAccount({ isActive: false })) })),
  session_limit_reached: bringing(async () => {
    const account = await newAccount()
    await newToken(account, 'device')
    const others = { SESSION_POLICY: 'one', SESSION_OVERFLOW: 'refuse' }
    return { claims: await linkAtIssuer(account), others }
  }),
  account_needed: bringing(async () => ({ claims: stranger() })),
  link_required: bringing(async () => ({
    claims: stranger({ email: (await newAccount()).email, email_verified: true }),
  })),
  registration_closed: bringing(async () => ({ claims: stranger(), settings: { PROVISION: 'never' } })),
  provider_not_found: bringing(async () => ({ claims: stranger() }), { params: { id: 'unknown' } }),
  provider_not_allowed: bringing(async () => ({ claims: stranger(), settings: { ALLOWED_DOMAINS: 'acme.example' } })),
  provider_failed: async (contract) => {
    const visit = await visitIssuer(contract, { claims: stranger({ aud: 'another client' }) })
    return askContract(contract, visit)
  },
  provider_unavailable: async (contract) => {
    const visit = await visitIssuer(contract, { claims: stranger() })
    withProviders({ acme: { ISSUER: 'http://127.0.0.1:1' } })
    return askContract(contract, visit)
  },
  provider_denied: async (contract) => {
    const visit = await visitIssuer(contract, { claims: stranger() })
    const { query } = visit.body as { query: string }
    const denied = new URLSearchParams({ error: 'access_denied', state: new URLSearchParams(query).get('state') ?? '' })
    return askContract(contract, { ...visit, body: { query: denied.toString() } })
  },
  identity_taken: bringing(async () => {
    const claims = await linkAtIssuer(await newAccount())
    const { key: session } = await newToken(await newAccount(), 'session')
    return { claims, session, start: { intent: 'link' } }
  }),
  code_invalid: bringing(async () => {
    const start = { invite: 'never-issued' }
    return { claims: stranger(), others: { REGISTRATION: 'invite' }, start }
  }),
}

/** Starts to link a provider in a session that has not confirmed its password recently. */
const linking =
  (fields: Record<string, unknown>): Provocation =>
  async (contract) => {
    await withTestIssuer()
    const { id, key: session } = await newToken(await newAccount(), 'session')
    await database().token.update({ where: { id }, data: { authTime: null } })
    const headers = { origin: APP, 'sec-fetch-site': 'same-origin' }
    return askContract(contract, { params: { id: 'acme' }, session, headers, body: { intent: 'link', ...fields } })
  }

/** How a visit to a provider fails before it begins. */
const starts: Partial<Record<ErrorCode, Provocation>> = {
  password_incorrect: linking({ password: 'wrong' }),
  reauthentication_required: linking({}),
  provider_unavailable: async (contract) => {
    const { ask } = await newSubject(contract)
    withProviders({ acme: { ISSUER: 'http://127.0.0.1:1' } })
    return ask()
  },
}

/** Returns how to provoke an error of a contract that an identity comes to; `otherwise` for every other contract. */
export const withIdentity =
  (code: ErrorCode, otherwise: Provocation): Provocation =>
  async (contract) => {
    if (contract.path.endsWith('/start')) return (starts[code] ?? otherwise)(contract)
    if (isContinuation(contract)) return (continuations[code] ?? otherwise)(contract)
    return (provesIdentity(contract) ? (visits[code] ?? otherwise) : otherwise)(contract)
  }
