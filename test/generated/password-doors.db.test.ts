import bcrypt from 'bcrypt'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contracts } from '@/lib/edge/contracts'
import type { Contract } from '@/lib/base/contract'
import { database } from '@/lib/db/client'
import { newInstance, PASSWORD } from '@/test/support/factories'
import { ACME } from '@/test/support/identities'
import { titledContracts, titleOf } from '@/test/support/requests/contract-routes'
import { newSubject } from '@/test/support/requests/contract-subject'
import { everythingKept } from '@/test/support/requests/everything-kept'
import { withCaptcha } from '@/test/support/with-captcha'
import { withSettings } from '@/test/support/with-settings'

const doors = titledContracts(({ passwordDoor }) => passwordDoor === true)

/** The doors at which a visitor signs in, and an account is judged only by its name and password. */
const signsIn = ({ errors }: Contract) => errors.includes('credentials_invalid')
const isSignedIn = ({ auth }: Contract) => auth !== 'public'

const inMode = (mode: 'on' | 'off' | 'admins') => withSettings({ ...ACME, PASSWORD_SIGN_IN: mode })

/** Sends a valid request of an account with this role. */
async function knock(contract: Contract, mode: 'on' | 'off' | 'admins', isAdmin = false) {
  const { ask } = await newSubject(contract, { isAdmin })
  inMode(mode)
  return ask()
}

beforeEach(newInstance)
afterEach(() => vi.restoreAllMocks())

describe('the password doors', () => {
  it('are all endpoints that hash a password on every request, and those that use, set or reset one', () => {
    const hashing = contracts.filter(({ hashesPassword }) => hashesPassword).map(titleOf)
    expect(doors.map(([title]) => title)).toEqual(expect.arrayContaining(hashing))
    expect(doors.map(([title]) => title).filter((title) => !hashing.includes(title))).toEqual([
      'POST /api/v1/auth/reauthenticate',
      'POST /api/v1/auth/password/change',
      'POST /api/v1/auth/password',
      'POST /api/v1/auth/password/reset',
      'POST /api/v1/auth/password/reset/check',
      'POST /api/v1/admin/users',
      'POST /api/v1/admin/users/{id}/password-reset',
    ])
  })
})

describe.each(doors)('%s', (_, contract) => {
  it('rejects everyone with PASSWORD_SIGN_IN=off, before the captcha, and without hashing or changing anything', async () => {
    await withCaptcha('turnstile')
    const { ask, body } = await newSubject(contract, { isAdmin: true })
    inMode('off')
    const [compare, hash] = [vi.spyOn(bcrypt, 'compare'), vi.spyOn(bcrypt, 'hash')]
    const before = await everythingKept(database())
    for (const input of [{}, { body: {} }, { body: { ...body, unknown: 1 } }]) {
      const { status, json } = await ask(input)
      expect([status, json.code]).toEqual([403, 'password_sign_in_disabled'])
    }
    expect(compare).not.toHaveBeenCalled()
    expect(hash).not.toHaveBeenCalled()
    expect(await everythingKept(database())).toEqual(before)
  })

  it('lets administrators in with PASSWORD_SIGN_IN=admins', async () => {
    expect((await knock(contract, 'admins', true)).status).toBe(contract.status)
  })

  it('lets everyone in with PASSWORD_SIGN_IN=on', async () => {
    expect((await knock(contract, 'on')).status).toBe(contract.status)
  })
})

describe('with PASSWORD_SIGN_IN=admins', () => {
  it.each(doors.filter(([, contract]) => signsIn(contract)))(
    '%s answers the right password of anyone else like a wrong one',
    async (_, contract) => {
      const right = await knock(contract, 'admins')
      const { ask, body } = await newSubject(contract)
      const wrong = await ask({ body: { ...body, password: `not ${PASSWORD}` } })
      expect([right.status, right.json.code]).toEqual([401, 'credentials_invalid'])
      expect([right.text, [...right.headers]]).toEqual([wrong.text, [...wrong.headers]])
    },
  )

  it.each(doors.filter(([, contract]) => isSignedIn(contract) && contract.role !== 'admin'))(
    '%s tells a signed-in account that is no administrator that passwords are off',
    async (_, contract) => {
      expect((await knock(contract, 'admins')).json.code).toBe('password_sign_in_disabled')
    },
  )
})
