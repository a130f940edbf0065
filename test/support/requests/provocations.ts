import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { ACCOUNT_HEADER } from '@/lib/edge/client/account-header'
import type { Contract, CredentialKind } from '@/lib/base/contract'
import { mayMailTo } from '@/lib/domain/mail/limit-mail'
import { markStopping } from '@/lib/domain/service/readiness'
import { generateKey } from '@/lib/keys/token-key'
import type { Answer } from '@/test/support/requests/api'
import { askContract } from '@/test/support/requests/ask-contract'
import { newSubject, presented, unknownId } from '@/test/support/requests/contract-subject'
import { credentials } from '@/test/support/requests/credentials'
import { newAccount, newToken } from '@/test/support/factories'
import { withIdentity } from '@/test/support/requests/identity-provocations'
import { newAccess } from '@/test/support/jwt'
import {
  busy,
  captchaGone,
  captchaRefused,
  lastWayIn,
  passwordsOff,
  passwordThere,
  withoutStepUp,
  wrongPassword,
} from '@/test/support/requests/sign-in-provocations'
import { asking, bodyWith, has, sending, type Provocation } from '@/test/support/requests/provoke'
import {
  denied,
  expired,
  justPolled,
  pending,
  spent,
  withoutDeviceFlow,
} from '@/test/support/requests/device-provocations'
import { nameTaken, tokenLimit, tooLateToUndo } from '@/test/support/requests/token-provocations'
import { isStrict } from '@/test/support/requests/valid-input'
import { withSettings } from '@/test/support/with-settings'
import { withSingleton } from '@/test/support/with-singleton'

const asJson = { 'content-type': 'application/json' }

/** Sends a request with a credential in the named state of `credentials`, of a kind that the contract admits. */
const presenting =
  (state: string): Provocation =>
  async (contract) => {
    const kind = (['device', 'session'] as const).find((one) => contract.auth.includes(one)) ?? 'personal'
    const key = (await credentials.find(({ name }) => name === `${kind} ${state}`)?.make()) ?? ''
    return askContract(contract, presented(kind, key))
  }

async function notAllowed(contract: Contract): Promise<Answer> {
  const kind = (['personal', 'device', 'session'] as const).find((one) => !contract.auth.includes(one))
  if (kind === undefined) return askContract(contract, presented('access', (await newAccess(await newAccount())).key))
  const { key } = await newToken(await newAccount(), kind)
  return askContract(contract, presented(kind, key))
}

async function fromAnotherSite(contract: Contract): Promise<Answer> {
  const kind: { kind?: CredentialKind } = contract.auth === 'public' ? {} : { kind: 'session' }
  const { ask } = await newSubject(contract, kind)
  return ask({ headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })
}

async function fromAnotherAccountsPage(contract: Contract): Promise<Answer> {
  const { ask } = await newSubject(contract, { kind: 'session' })
  return ask({ headers: { [ACCOUNT_HEADER]: (await newAccount()).id } })
}

async function tooMany(contract: Contract): Promise<Answer> {
  withSettings({ ADDRESS_LIMIT_PER_MINUTE: '1' })
  const context = { address: `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}::1` }
  const subject = await newSubject(contract)
  await subject.ask({ body: {}, context })
  if (!has(contract, 'email')) return untilRejected(() => subject.ask({ context }))
  const email = 'often@example.com'
  // Uses up the emails that this address may receive within the hour.
  while (await mayMailTo(email));
  return subject.ask({ context, ...bodyWith(contract, subject, { email }) })
}

/** Repeats a request until it is rejected. */
async function untilRejected(ask: () => Promise<Answer>): Promise<Answer> {
  for (let asked = 1; ; asked += 1) {
    const answer = await ask()
    if (answer.status >= 400 || asked === 25) return answer
  }
}

async function withoutMailServer(contract: Contract): Promise<Answer> {
  const { ask } = await newSubject(contract)
  withSettings({ SMTP_URL: '' })
  return ask()
}

/** Sends an email to an address that the mail server rejects. */
async function rejectedByMailServer(contract: Contract): Promise<Answer> {
  const { account, ask } = await newSubject(contract)
  const email = 'nobody@example.com'
  await database().user.update({ where: { id: account.id }, data: { email, emailKey: email } })
  return ask()
}

/** Opens a link whose address another account has taken meanwhile. */
async function linkTaken(contract: Contract): Promise<Answer> {
  const { account, ask } = await newSubject(contract)
  await newAccount({ email: `new-${account.email}` })
  await newAccount({ email: `old-${account.email}` })
  return ask()
}

async function usedUp(contract: Contract): Promise<Answer> {
  if (has(contract, 'invite')) withSettings({ REGISTRATION: 'invite' })
  const field = ['invite', 'key'].find((name) => has(contract, name)) ?? 'token'
  return sending({ [field]: 'never-issued' })(contract)
}

async function taken(contract: Contract, field: 'username' | 'email'): Promise<Answer> {
  if (!has(contract, field)) return linkTaken(contract)
  const other = await newAccount()
  const subject = await newSubject(contract)
  return subject.ask(bodyWith(contract, subject, { [field]: other[field].toUpperCase() }))
}

async function sessionLimit(contract: Contract): Promise<Answer> {
  withSettings({ SESSION_POLICY: 'one', SESSION_OVERFLOW: 'refuse' })
  const subject = await newSubject(contract)
  await newToken(subject.account, 'device')
  await database().deviceRequest.updateMany({ data: { tokenKind: 'device' } })
  return subject.ask()
}

/** Asks for a token without expiry, where the contract has a field for it or always creates such tokens. */
async function withoutEnd(contract: Contract): Promise<Answer> {
  withSettings({ ALLOW_NON_EXPIRING: 'false' })
  return sending(has(contract, 'never') ? { never: true } : {})(contract)
}

async function closed(contract: Contract): Promise<Answer> {
  withSettings({ REGISTRATION: 'closed' })
  return asking({})(contract)
}

async function byNoAdmin(contract: Contract): Promise<Answer> {
  const { account, ask } = await newSubject(contract)
  await database().user.update({ where: { id: account.id }, data: { isAdmin: false } })
  return ask()
}

/** Lets the only administrator give up the role or delete the account. */
async function lastAdmin(contract: Contract): Promise<Answer> {
  const { account, ask } = await newSubject(contract, { isAdmin: true })
  return has(contract, 'is_admin') ? ask({ params: { id: account.id }, body: { is_admin: false } }) : ask()
}

async function inactiveAccount(contract: Contract): Promise<Answer> {
  return asking({ params: { id: (await newAccount({ isActive: false })).id } })(contract)
}

async function afterSetup(contract: Contract): Promise<Answer> {
  await database().instance.updateMany({ data: { setupCompletedAt: now() } })
  return asking({})(contract)
}

/** Sends a request without the scope that the contract requires, or that a verification query asks for. */
async function withoutScope(contract: Contract): Promise<Answer> {
  if (contract.scope === undefined) return asking({ path: '/api/v1/test?scope=admin' })(contract)
  const { key } = await newToken(await newAccount({ isAdmin: true }), 'personal')
  return askContract(contract, { key })
}

async function stopping(contract: Contract): Promise<Answer> {
  withSingleton('readiness', { isStopping: false, checkedAt: 0, check: null })
  markStopping()
  return asking({})(contract)
}

/** How to provoke each error that a contract may declare, whatever the contract. */
export const provocations: Partial<Record<ErrorCode, Provocation>> = {
  // Where a credential is optional, an unsupported scheme still counts as a failed attempt to present one.
  token_missing: async (contract) =>
    askContract(contract, contract.credentialOptional ? { headers: { authorization: 'Digest x' } } : {}),
  token_malformed: async (contract) => askContract(contract, { key: 'lkd_x' }),
  token_unknown: presenting('never issued'),
  token_expired: presenting('expired'),
  token_revoked: presenting('revoked'),
  token_superseded: presenting('superseded'),
  owner_inactive: presenting('of an inactive owner'),
  credential_not_allowed: notAllowed,
  account_changed: fromAnotherAccountsPage,
  cross_site_request: fromAnotherSite,
  invalid_input: async (contract) => {
    if (contract.method === 'GET') return asking({ path: '/api/v1/test?unknown=1' })(contract)
    return isStrict(contract) || !contract.body ? sending({ unknown: 1 })(contract) : asking({ body: {} })(contract)
  },
  unsupported_token_type: sending({ token: 'a.b.c' }),
  malformed_body: asking({ rawBody: '{', headers: asJson }),
  body_too_large: asking({ rawBody: ' '.repeat(65_537), headers: asJson }),
  unsupported_media_type: asking({ rawBody: '{}', headers: { 'content-type': 'text/plain' } }),
  unsupported_content_encoding: asking({ rawBody: '{}', headers: { ...asJson, 'content-encoding': 'gzip' } }),
  too_many_requests: tooMany,
  reauthentication_required: withIdentity('reauthentication_required', withoutStepUp),
  password_sign_in_disabled: withIdentity('password_sign_in_disabled', passwordsOff),
  password_exists: passwordThere,
  last_way_in: lastWayIn,
  password_incorrect: withIdentity('password_incorrect', wrongPassword),
  busy: withIdentity('busy', busy),
  refresh_invalid: sending({ refresh: generateKey('refresh') }),
  token_not_valid: sending({ token: generateKey('personal') }),
  credentials_invalid: withIdentity('credentials_invalid', sending({ password: 'not the password' })),
  username_taken: withIdentity('username_taken', async (contract) => taken(contract, 'username')),
  code_invalid: withIdentity('code_invalid', usedUp),
  email_taken: withIdentity('email_taken', async (contract) => taken(contract, 'email')),
  name_taken: nameTaken,
  token_limit_reached: tokenLimit,
  session_limit_reached: withIdentity('session_limit_reached', sessionLimit),
  non_expiring_disabled: withoutEnd,
  registration_closed: withIdentity('registration_closed', closed),
  not_found: async (contract) => (contract.path.endsWith('/setup') ? afterSetup : withoutDeviceFlow)(contract),
  authorization_pending: pending,
  slow_down: justPolled,
  access_denied: denied,
  expired_token: expired,
  invalid_grant: spent,
  invalid_scope: sending({ scope: 'admin' }),
  unsupported_grant_type: sending({ grant_type: 'refresh_token' }),
  device_code_not_found: expired,
  device_request_decided: denied,
  setup_code_invalid: sending({ setup_code: 'AAAAA-AAAAA-AAAAA-AAAAA' }),
  account_needed: withIdentity('account_needed', asking({})),
  link_required: withIdentity('link_required', asking({})),
  identity_taken: withIdentity('identity_taken', asking({})),
  provider_denied: withIdentity('provider_denied', asking({})),
  provider_failed: withIdentity('provider_failed', asking({})),
  provider_not_allowed: withIdentity('provider_not_allowed', asking({})),
  provider_unavailable: withIdentity('provider_unavailable', asking({})),
  ticket_invalid: withIdentity('ticket_invalid', asking({})),
  provider_not_found: withIdentity('provider_not_found', asking({ params: { id: 'unknown' } })),
  identity_not_found: async (contract) => asking({ params: { id: unknownId() } })(contract),
  token_not_found: async (contract) => {
    const unknown = {
      params: { id: unknownId() },
      ...(has(contract, 'key') && { body: { key: generateKey('device') } }),
    }
    return asking(unknown)(contract)
  },
  invite_not_found: async (contract) => asking({ params: { id: unknownId() } })(contract),
  admin_required: byNoAdmin,
  captcha_failed: captchaRefused,
  captcha_unavailable: captchaGone,
  undo_not_possible: tooLateToUndo,
  email_not_configured: withoutMailServer,
  email_not_sent: rejectedByMailServer,
  last_admin: lastAdmin,
  account_not_found: async (contract) => asking({ params: { id: unknownId() } })(contract),
  account_inactive: inactiveAccount,
  insufficient_scope: withoutScope,
  kind_not_allowed: asking({ path: '/api/v1/test?kind=personal' }),
  parameter_unknown: asking({ path: '/api/v1/test?scopes=read' }),
  not_ready: stopping,
}
