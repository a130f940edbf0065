import { beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { keepSigningKeys } from '@/lib/domain/signing-keys/keep-signing-keys'
import { invalidateOlder } from '@/lib/domain/tokens/revocation/invalidate-older'
import { digestOf, generateKey, hintOf } from '@/lib/keys/token-key'
import { countVisitRows, newVisitRows } from '@/test/support/providers/rows'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'

const BEFORE = new Date(Date.now() - 3_600_000)
const EARLIER = new Date(BEFORE.getTime() - 1)
const nothing = () => undefined

beforeEach(newInstance)

const codeOf = async (key: string) => (await call(verify, { key })).json.code ?? 'live'
const makeOlder = (tokenId: string) =>
  Promise.all([
    database().token.update({ where: { id: tokenId }, data: { createdAt: EARLIER } }),
    database().tokenSecret.updateMany({ where: { tokenId }, data: { createdAt: EARLIER } }),
  ])

/** Gives a token a new key now; the previous key works for another hour. */
async function rotate(tokenId: string, kind: 'personal' | 'refresh'): Promise<string> {
  const key = generateKey(kind)
  const graceUntil = new Date(Date.now() + 3_600_000)
  await database().tokenSecret.updateMany({ where: { tokenId }, data: { validUntil: graceUntil } })
  await database().tokenSecret.create({
    data: { tokenId, digest: digestOf(key), hint: hintOf(key), createdAt: new Date() },
  })
  return key
}

it('revokes older tokens, keeps newer and rotated ones, and audits each revocation once', async () => {
  const account = await newAccount()
  const [older, device, rotated, family] = [
    await newToken(account, 'personal'),
    await newToken(account, 'device'),
    await newToken(account, 'personal'),
    await newToken(account, 'refresh'),
  ]
  for (const { id } of [older, device, rotated, family]) await makeOlder(id)
  const newer = await newToken(account, 'personal')
  await database().token.update({ where: { id: newer.id }, data: { createdAt: BEFORE } })
  const rotatedKey = await rotate(rotated.id, 'personal')
  await rotate(family.id, 'refresh')

  expect(await invalidateOlder(BEFORE, nothing)).toMatchObject({ tokens: 3, superseded_keys: 2 })
  expect(await codeOf(older.key)).toBe('token_revoked')
  expect(await codeOf(device.key)).toBe('token_revoked')
  expect(await codeOf(rotated.key)).toBe('token_superseded')
  expect(await codeOf(rotatedKey)).toBe('live')
  expect(await codeOf(newer.key)).toBe('live')
  const events = await database().auditEvent.findMany({ orderBy: { id: 'asc' } })
  expect(events.map(({ action }) => action)).toEqual(['credentials.invalidated', ...Array<string>(3).fill('token.revoked')])
  expect(events.slice(1).map(({ targetId }) => targetId).toSorted()).toEqual([older.id, device.id, family.id].toSorted())
  expect(await invalidateOlder(BEFORE, nothing)).toMatchObject({ tokens: 0, superseded_keys: 0, codes: 0 })
}) // prettier-ignore

it('drops older links in emails and replaces an older signing key', async () => {
  const code = (name: string, createdAt: Date) => ({
    purpose: 'reset_password' as const, digest: new TextEncoder().encode(name), createdAt, expiresAt: new Date(Date.now() + 60_000),
  }) // prettier-ignore
  await database().oneTimeCode.createMany({ data: [code('older', EARLIER), code('newer', BEFORE)] })
  await database().signingKey.deleteMany()
  await keepSigningKeys()
  await database().signingKey.updateMany({ data: { createdAt: EARLIER } })
  expect(await invalidateOlder(BEFORE, nothing)).toMatchObject({ codes: 1, signing_key_replaced: true })
  expect(await invalidateOlder(BEFORE, nothing)).toMatchObject({ codes: 0, signing_key_replaced: false })
  expect(await database().signingKey.count()).toBe(2)
})

it('drops older visits to providers, nonces and tickets of unfinished sign-ins', async () => {
  await newVisitRows(EARLIER)
  await newVisitRows(BEFORE)
  expect(await invalidateOlder(BEFORE, nothing)).toMatchObject({ codes: 3 })
  expect(await countVisitRows()).toEqual([1, 1, 1])
})

it('revokes many tokens in short transactions and reports progress', async () => {
  const { id: userId } = await newAccount()
  const row = { userId, kind: 'personal' as const, name: 'many', createdAt: EARLIER }
  await database().token.createMany({ data: Array.from({ length: 501 }, () => row) })
  const heard: number[][] = []
  await invalidateOlder(BEFORE, (done, total) => heard.push([done, total]))
  expect(heard).toEqual([[500, 501], [501, 501]])
  expect(await database().auditEvent.count({ where: { action: 'token.revoked' } })).toBe(501)
}) // prettier-ignore

it('rejects an instant in the future', async () => {
  await expect(invalidateOlder(new Date(Date.now() + 60_000), nothing)).rejects.toThrow('must not be in the future')
})
