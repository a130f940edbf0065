import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { arrive, goOn, proven, withAcme } from '@/test/support/arrivals'
import { newAccount, newInstance } from '@/test/support/factories'

const AT_ONCE = 20

beforeEach(newInstance)
beforeEach(() => withAcme())

describe(`of ${AT_ONCE} first sign-ins of one identity at once`, () => {
  const arrivals = async () => {
    const identity = proven()
    return Promise.all(Array.from({ length: AT_ONCE }, () => arrive(identity)))
  }

  it.each([
    ['the same username', () => 'vera'],
    ['different usernames', (index: number) => `vera-${index}`],
  ])('with %s, one creates the account and the others sign in to it', async (_, usernameOf) => {
    const answers = await Promise.all(
      (await arrivals()).map((arrival, index) => goOn(arrival, { account: { username: usernameOf(index) } })),
    )
    expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual(Array(AT_ONCE).fill(200))
    const [account, ...others] = await database().user.findMany()
    expect(others).toEqual([])
    expect(new Set(answers.map(({ json }) => json.user.id))).toEqual(new Set([account?.id]))
    expect([await database().identity.count(), await database().token.count()]).toEqual([1, AT_ONCE])
    expect(await database().auditEvent.count({ where: { action: 'account.provisioned' } })).toBe(1)
  })
})

it(`of ${AT_ONCE} first sign-ins that find an account by its address at once, one links it`, async () => {
  const account = await newAccount()
  await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: now() } })
  const identity = proven({ email: account.email })
  const arrivals = await Promise.all(Array.from({ length: AT_ONCE }, () => arrive(identity)))
  expect(new Set(arrivals.map(({ signIn }) => signIn?.user.id))).toEqual(new Set([account.id]))
  expect(await database().identity.count()).toBe(1)
  expect(await database().auditEvent.count({ where: { action: 'identity.linked' } })).toBe(1)
})

it('of two identities with one verified address, one creates the account and the other links it', async () => {
  const email = 'vera@example.com'
  const arrivals = [await arrive(proven({ email })), await arrive(proven({ email }))]
  const answers = await Promise.all(
    arrivals.map((arrival, index) => goOn(arrival, { account: { username: `vera-${index}` } })),
  )
  expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual([200, 200])
  expect([await database().user.count(), await database().identity.count()]).toEqual([1, 2])
})

it('of two newcomers who start fresh with one address, one gets it and the other is linked to the new account', async () => {
  const { email } = await newAccount()
  const arrivals = [await arrive(proven({ email })), await arrive(proven({ email }))]
  const answers = await Promise.all(
    arrivals.map((arrival, index) => goOn(arrival, { start_fresh: true, account: { username: `vera-${index}` } })),
  )
  expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual([200, 200])
  const [one, other] = answers.map(({ json }) => json.user)
  expect([one.id, one.email]).toEqual([other.id, email])
  expect(await database().user.count()).toBe(2)
})
