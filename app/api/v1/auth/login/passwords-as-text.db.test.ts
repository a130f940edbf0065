import bcrypt from 'bcrypt'
import { describe, expect, it, vi } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'

const COMPOSED = 'caf\u00e9 on the quiet harbour'
const DECOMPOSED = 'cafe\u0301 on the quiet harbour'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const signIn = async (password: string) => call(login, { body: { username: 'maya', password } })
const newcomer = (password: string, confirmed = password) => ({
  username: 'maya',
  email: 'maya@example.com',
  password,
  confirm_password: confirmed,
})

describe('a password with an accent', () => {
  it.each([
    [COMPOSED, DECOMPOSED],
    [DECOMPOSED, COMPOSED],
  ])('signs in in either Unicode form, and may be confirmed in the other', async (chosen, typed) => {
    expect((await call(register, { body: newcomer(chosen, typed) })).status).toBe(201)
    for (const password of [chosen, typed]) expect((await signIn(password)).status).toBe(200)
  })

  it('may be changed to its other form, and counts as the same password', async () => {
    const account = await newAccount({ username: 'maya' })
    const { key } = await newToken(account, 'device')
    const body = { old_password: PASSWORD, new_password: DECOMPOSED, confirm_password: COMPOSED }
    expect((await call(changePassword, { key, body })).status).toBe(200)
    expect((await signIn(COMPOSED)).status).toBe(200)
  })

  it('hashed in its typed form still signs in, and does so in both forms from then on', async () => {
    const { id } = await newAccount({ username: 'maya' })
    const passwordHash = await bcrypt.hash(DECOMPOSED, 10)
    await database().user.update({ where: { id }, data: { passwordHash } })
    expect((await signIn(COMPOSED)).status).toBe(401)
    expect((await signIn(DECOMPOSED)).status).toBe(200)
    expect((await signIn(COMPOSED)).status).toBe(200)
  })

  it('counts its 72 bytes in the form NFC', async () => {
    // 36 × é: 72 bytes composed, 108 decomposed.
    const longest = 'é'.repeat(36)
    const withWords = (text: string) => call(register, { body: newcomer(text.normalize('NFD')) })
    expect((await withWords(`${longest}X`)).text).toContain('at most 72 bytes')
    expect((await withWords(`harbour ${'é'.repeat(32)}`)).status).toBe(201)
  })

  it('costs the same number of comparisons for an unknown account as for a known one', async () => {
    await newAccount({ username: 'maya' })
    const costs: number[] = []
    for (const username of ['maya', 'nobody']) {
      const compare = vi.spyOn(bcrypt, 'compare')
      await call(login, { body: { username, password: DECOMPOSED } })
      costs.push(compare.mock.calls.length)
      compare.mockRestore()
    }
    expect(costs).toEqual([2, 2])
  })
})

describe('a password in a form', () => {
  it('signs nobody in if its escapes are not UTF-8, even if it would match with U+FFFD', async () => {
    await call(register, { body: newcomer('lanterns \ufffd over the harbour') })
    for (const bytes of ['%E9', '%FF', '%C3', '%ED%A0%80']) {
      const rawBody = `username=maya&password=lanterns+${bytes}+over+the+harbour`
      const { status, json } = await call(login, { method: 'POST', headers: FORM, rawBody })
      expect([status, json.code], bytes).toEqual([400, 'malformed_body'])
    }
    const rawBody = `username=maya&password=lanterns+%EF%BF%BD+over+the+harbour`
    expect((await call(login, { method: 'POST', headers: FORM, rawBody })).status).toBe(200)
  })

  it('is rejected if the form is JSON, with a hint at the content type and without quoting it', async () => {
    const rawBody = '{"username":"maya","password":"hunter2&secret=2"}'
    const { status, json, text } = await call(login, { method: 'POST', headers: FORM, rawBody })
    expect([status, json.code]).toEqual([400, 'malformed_body'])
    expect(json.detail).toContain('Content-Type: application/json')
    expect(text).not.toMatch(/hunter2|secret|maya/)
  })
})
