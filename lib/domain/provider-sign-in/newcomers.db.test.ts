import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { Account } from '@/lib/domain/accounts/account-store'
import { issueCode } from '@/lib/domain/codes/one-time-code'
import { transaction } from '@/lib/db/transaction'
import { arrive, goOn, proven, sessionIn, withAcme } from '@/test/support/arrivals'
import { newAccount, newInstance } from '@/test/support/factories'
import { withSettings } from '@/test/support/with-settings'

const rowOf = async ({ id }: { id: string }) => database().user.findUniqueOrThrow({ where: { id } })
const identities = async () => database().identity.findMany()
const confirm = async ({ id }: Account) => database().user.update({ where: { id }, data: { emailVerifiedAt: now() } })
const actions = async () =>
  (await database().auditEvent.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
const mails = async () => (await database().outboxMail.findMany()).map(({ kind, userId }) => [kind, userId])

const newInvite = async (subject: string | null) =>
  transaction(async (tx) => (await issueCode(tx, { purpose: 'invitation', userId: null, subject })).text)

beforeEach(newInstance)
beforeEach(() => withAcme())

describe('a newcomer', () => {
  it('chooses a username and gets an account without a password, with the verified address', async () => {
    const identity = proven({ username: 'Vera V.' })
    const arrival = await arrive(identity)
    expect(arrival).toMatchObject({ code: 'account_needed', members: { suggested: 'VeraV', email_needed: false } })
    const answer = await goOn(arrival, { account: { username: 'vera', last_name: 'Other' } })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.json.user).toMatchObject({
      email: identity.email, email_verified: true, first_name: 'Vera', last_name: 'Other', is_admin: false,
    }) // prettier-ignore
    expect((await rowOf(answer.json.user)).passwordHash).toBeNull()
    expect(await actions()).toEqual(['account.provisioned', 'session.started'])
    expect((await arrive(identity)).signIn?.user.id).toBe(answer.json.user.id)
  })

  it('gets a free suggestion', async () => {
    await newAccount({ username: 'VERA' })
    expect((await arrive(proven({ username: 'vera' }))).members.suggested).toBe('vera2')
    expect((await arrive(proven({ username: null, email: 'mia@example.com' }))).members.suggested).toBe('mia')
    const nameless = proven({ username: '@@@', email: null, emailVerified: false, firstName: '', lastName: '' })
    expect((await arrive(nameless)).members.suggested).toBe('')
  })

  it('confirms a chosen address by email, and can sign in meanwhile where that is not required', async () => {
    const arrival = await arrive(proven({ email: null, emailVerified: false }))
    expect((await goOn(arrival, { account: { username: 'vera' } })).json.errors[0].pointer).toBe('/account/email')
    const { json } = await goOn(arrival, { account: { username: 'vera', email: 'vera@example.com' } })
    expect(json.user).toMatchObject({ email: 'vera@example.com', email_verified: false })
    expect(await mails()).toEqual([['verify_email', json.user.id]])
  })

  it('has to confirm a chosen address first where that is required', async () => {
    withSettings({ REQUIRE_EMAIL_VERIFICATION: 'true' })
    const identity = proven({ email: null, emailVerified: false })
    const arrival = await arrive(identity)
    const answer = await goOn(arrival, { account: { username: 'vera', email: 'vera@example.com' } })
    expect([answer.status, answer.text, sessionIn(answer)]).toEqual([202, '', undefined])
    expect(await arrive(identity)).toMatchObject({ code: 'credentials_invalid' })
    await database().user.updateMany({ data: { emailVerifiedAt: now() } })
    expect((await arrive(identity)).signIn?.user.username).toBe('vera')
  })

  it('learns only by email that a chosen address is taken, where addresses have to be confirmed', async () => {
    withSettings({ REQUIRE_EMAIL_VERIFICATION: 'true' })
    const holder = await confirm(await newAccount())
    const arrival = await arrive(proven({ email: null, emailVerified: false }))
    const answer = await goOn(arrival, { account: { username: 'vera', email: holder.email } })
    expect([answer.status, answer.text]).toEqual([202, ''])
    expect(await mails()).toEqual([['email_in_use', holder.id]])
    expect([await database().user.count(), await identities()]).toEqual([1, []])
    expect((await goOn(arrival, {})).json.code).toBe('ticket_invalid')
  })

  it('learns of a taken address elsewhere, at most five times an hour', async () => {
    const holder = await newAccount()
    const codes: string[] = []
    for (let time = 0; time < 6; time += 1) {
      const arrival = await arrive(proven({ email: null, emailVerified: false }))
      codes.push((await goOn(arrival, { account: { username: `vera-${time}`, email: holder.email } })).json.code)
    }
    expect(codes).toEqual([...Array<string>(5).fill('email_taken'), 'too_many_requests'])
  })

  it('learns that a username is taken, and can choose another', async () => {
    await newAccount({ username: 'taken' })
    const arrival = await arrive(proven())
    const { status, json } = await goOn(arrival, { account: { username: 'Taken' } })
    expect([status, json.code, json.errors[0].pointer]).toEqual([409, 'username_taken', '/account/username'])
    expect((await goOn(arrival, { account: { username: 'free' } })).status).toBe(200)
  })

  it.each([
    ['registration', 'open', 'account_needed'],
    ['registration', 'invite', 'registration_closed'],
    ['registration', 'closed', 'registration_closed'],
    ['always', 'closed', 'account_needed'],
    ['never', 'open', 'registration_closed'],
  ])('with PROVISION=%s and REGISTRATION=%s gets %s', async (provision, registration, code) => {
    withAcme({ PROVISION: provision, ALLOWED_DOMAINS: 'example.com' }, { REGISTRATION: registration })
    expect(await arrive(proven())).toMatchObject({ code })
    expect(await database().user.count()).toBe(0)
  })

  it('uses up an invitation, once', async () => {
    withAcme({}, { REGISTRATION: 'invite' })
    const invite = await newInvite(null)
    const [first, second] = [await arrive(proven(), { invite }), await arrive(proven(), { invite })]
    expect([first.code, second.code]).toEqual(['account_needed', 'account_needed'])
    expect((await goOn(first, { account: { username: 'first' } })).status).toBe(200)
    expect((await goOn(second, { account: { username: 'second' } })).json.code).toBe('code_invalid')
    expect(await arrive(proven(), { invite })).toMatchObject({ code: 'code_invalid' })
  })

  it('needs the verified address that an invitation is for', async () => {
    withAcme({}, { REGISTRATION: 'invite' })
    const invite = await newInvite('Vera@example.com')
    const unverified = proven({ email: 'vera@example.com', emailVerified: false })
    expect(await arrive(unverified, { invite })).toMatchObject({ code: 'code_invalid' })
    expect(await arrive(proven({ email: 'mia@example.com' }), { invite })).toMatchObject({ code: 'code_invalid' })
    const arrival = await arrive(proven({ email: 'vera@example.com' }), { invite })
    expect((await goOn(arrival, { account: { username: 'vera' } })).status).toBe(200)
  })

  it('with the setup code becomes the first administrator, and nobody after that', async () => {
    withAcme({}, { REGISTRATION: 'closed' })
    const [first, second] = [await arrive(proven(), { isSetup: true }), await arrive(proven(), { isSetup: true })]
    expect((await goOn(first, { account: { username: 'boss' } })).json.user.is_admin).toBe(true)
    expect(await actions()).toEqual(['setup.completed', 'session.started'])
    expect((await goOn(second, { account: { username: 'late' } })).json.code).toBe('registration_closed')
    expect(await arrive(proven(), { isSetup: true })).toMatchObject({ code: 'registration_closed' })
  })
})
