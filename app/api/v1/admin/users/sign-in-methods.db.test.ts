import { beforeEach, describe, expect, it } from 'vitest'
import { GET as detail } from '@/app/api/v1/admin/users/[id]/route'
import { GET as list } from '@/app/api/v1/admin/users/route'
import type { AccountDetail, ManagedAccount } from '@/lib/domain/admin/accounts/schema'
import { newAdmin } from '@/test/support/acts/admins'
import { watchStatements } from '@/test/support/database/watch-statements'
import { newAccount, newInstance } from '@/test/support/factories'
import { ACME, newIdentity } from '@/test/support/identities'
import { call } from '@/test/support/requests/api'
import { stopClock } from '@/test/support/stop-clock'
import { withSettings } from '@/test/support/with-settings'

const PROVIDERS = {
  ...ACME,
  PROVIDERS: 'acme,google',
  PROVIDER_ACME_LABEL: 'Acme',
  PROVIDER_GOOGLE_CLIENT_ID: 'latchkey',
}

const names = (items: ManagedAccount[]) => items.map(({ username }) => username)

beforeEach(newInstance)

describe('the sign-in methods of an account', () => {
  it('are the usable password and the linked providers that are configured, in lists too', async () => {
    withSettings(PROVIDERS)
    const { key } = await newAdmin()
    const account = await newAccount({ username: 'grace' })
    await newIdentity(account, 'retired', { daysUnused: 9 })
    await newIdentity(account, 'google', { daysUnused: 5 })
    const last = await newIdentity(account, 'acme', { daysUnused: 3, email: 'g@acme.example', username: 'g' })
    const methods = {
      sign_in_methods: ['password', 'acme', 'google'],
      last_provider_sign_in_at: last.lastUsedAt.toISOString(),
    }
    const { json } = await call(detail, { key, params: { id: account.id } })
    expect(json).toMatchObject(methods)
    expect((json as AccountDetail).identities.map(({ provider, label }) => [provider, label])).toEqual([
      ['retired', 'retired'], ['google', 'Google'], ['acme', 'Acme'],
    ]) // prettier-ignore
    expect(json.identities[2]).toEqual({
      id: last.id,
      provider: 'acme',
      label: 'Acme',
      email: 'g@acme.example',
      username: 'g',
      created_at: last.createdAt.toISOString(),
      last_used_at: last.lastUsedAt.toISOString(),
    })
    const { items } = (await call(list, { key, path: '/api/v1/test?q=grace' })).json
    expect(items).toEqual([expect.objectContaining(methods)])
    expect(items[0]).not.toHaveProperty('identities')
  })

  it('leave out a password that PASSWORD_SIGN_IN does not allow', async () => {
    const { key } = await newAdmin()
    await newAccount({ username: 'grace' })
    const methods = async () =>
      (await call(list, { key, path: '/api/v1/test?sort=-username' })).json.items.map(
        (item: ManagedAccount) => item.sign_in_methods,
      )
    expect(await methods()).toEqual([['password'], ['password']])
    withSettings({ ...PROVIDERS, PASSWORD_SIGN_IN: 'admins' })
    expect((await methods()).toSorted()).toEqual([[], ['password']])
    withSettings({ ...PROVIDERS, PASSWORD_SIGN_IN: 'off' })
    expect(await methods()).toEqual([[], []])
  })

  it('take no more queries for many accounts than for one', async () => {
    const { account, key } = await newAdmin()
    await newIdentity(account)
    const statements = await watchStatements()
    const countOf = async () => {
      statements.length = 0
      expect((await call(list, { key })).status).toBe(200)
      return statements.filter((kind) => kind === 'SELECT').length
    }
    const one = await countOf()
    for (let index = 0; index < 5; index += 1) await newIdentity(await newAccount())
    expect(await countOf()).toBeLessThanOrEqual(one)
  })
})

describe('accounts not seen at their provider', () => {
  it('are those with an identity, none of which was used in that many days', async () => {
    stopClock()
    const { key } = await newAdmin()
    await newAccount({ username: 'unlinked' })
    for (const [username, ...daysUnused] of [
      ['edge', 60], ['left', 61], ['gone', 400], ['both', 61, 1], ['here', 2], ['twice', 61, 90],
    ] as [string, ...number[]][]) {
      const account = await newAccount({ username })
      for (const days of daysUnused) await newIdentity(account, 'acme', { daysUnused: days })
    } // prettier-ignore
    const found = async (query: string) =>
      names((await call(list, { key, path: `/api/v1/test?sort=username&${query}` })).json.items)
    expect(await found('unseen_days=60')).toEqual(['gone', 'left', 'twice'])
    expect(await found('unseen_days=59')).toEqual(['edge', 'gone', 'left', 'twice'])
    expect(await found('unseen_days=399')).toEqual(['gone'])
    expect(await found('unseen_days=3650')).toEqual([])
    const searched = await call(list, { key, path: '/api/v1/test?unseen_days=60&q=le' })
    expect(names(searched.json.items)).toEqual(['left'])
  })

  it('can be narrowed to active ones, and are listed page by page', async () => {
    const { key } = await newAdmin()
    for (const isActive of [true, false, true])
      await newIdentity(await newAccount({ isActive }), 'acme', { daysUnused: 100 })
    const query = '/api/v1/test?unseen_days=60&status=active&limit=1'
    const first = (await call(list, { key, path: query })).json
    const second = (await call(list, { key, path: `${query}&cursor=${first.next_cursor}` })).json
    expect([first.items.length, second.items.length, second.next_cursor]).toEqual([1, 1, null])
    expect(first.items[0].id).not.toBe(second.items[0].id)
  })

  it('are asked for with 1 to 3650 days', async () => {
    const { key } = await newAdmin()
    for (const days of ['0', '3651', '-1', '1.5', 'many', ''])
      expect((await call(list, { key, path: `/api/v1/test?unseen_days=${days}` })).json.errors).toMatchObject([
        { pointer: '/unseen_days' },
      ])
  })
})
