import * as z from 'zod'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '@/lib/domain/accounts/account-store'
import { database } from '@/lib/db/client'
import type { Contract, CredentialKind } from '@/lib/base/contract'
import { generateKey, type TokenKind } from '@/lib/keys/token-key'
import type { Answer } from '@/test/support/requests/api'
import type { AskInput } from '@/test/support/requests/ask-contract'
import { newSubject, newTarget, newTokenIn, TOKEN_STATES, unknownId } from '@/test/support/requests/contract-subject'
import { titledContracts } from '@/test/support/requests/contract-routes'
import { newAccount, newInstance, newToken } from '@/test/support/factories'

const KINDS: readonly TokenKind[] = ['session', 'device', 'personal', 'refresh']
const MALFORMED = ['x', '0', 'null', '%00', '\0', '../user', '{id}', `${unknownId()}\n`, ` ${unknownId()}`, '🔑']

// Administrators can revoke tokens of all accounts. The administration tests cover those endpoints.
const endsAnybodys = ({ path }: Contract) => path.startsWith('/api/v1/admin/tokens')
const withAnyId = titledContracts(({ params }) => params !== undefined)
const withId = titledContracts(
  (contract) => contract.params !== undefined && contract.auth !== 'public' && !endsAnybodys(contract),
)
const withIds = titledContracts(
  (contract) =>
    contract.body !== undefined &&
    ('ids' in contract.body.shape || 'sign_out' in contract.body.shape) &&
    !endsAnybodys(contract),
)

/** Returns everything in an answer that reaches a client. */
const bytesOf = ({ status, headers, text }: Answer) => JSON.stringify([status, [...headers], text])

const rowOf = async (id: string) =>
  database().token.findUniqueOrThrow({ where: { id }, include: { secrets: { orderBy: { createdAt: 'asc' } } } })

async function everyTokenOf(owner: Account): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const kind of KINDS)
    for (const state of TOKEN_STATES) ids.set(`${kind}, ${state}`, await newTokenIn(state, owner, kind))
  return ids
}

const callersOf = ({ auth }: Contract) =>
  (auth as readonly CredentialKind[]).flatMap((kind) => [
    { kind, isAdmin: false },
    { kind, isAdmin: true },
  ])

beforeEach(newInstance)

describe.each(withAnyId)('%s', (_, contract) => {
  it('works on the account’s own token', async () => {
    const { ask } = await newSubject(contract)
    expect((await ask()).status).toBe(contract.status)
  })

  it('answers a malformed id like an unknown one', async () => {
    const { ask } = await newSubject(contract)
    const absent = bytesOf(await ask({ params: { id: unknownId() } }))
    for (const id of [...MALFORMED, 'a'.repeat(10_000), unknownId().replace('-7', '-4')]) {
      expect(bytesOf(await ask({ params: { id } })), id.slice(0, 50)).toBe(absent)
    }
  })
})

describe.each(withId)('%s', (_, contract) => {
  it('answers another account’s token like an unknown one, and leaves it unchanged', async () => {
    const ids = await everyTokenOf(await newAccount())
    const before = await Promise.all([...ids.values()].map(rowOf))
    for (const caller of callersOf(contract)) {
      const { ask } = await newSubject(contract, caller)
      const absent = await ask({ params: { id: unknownId() } })
      expect(absent.status).toBe(404)
      for (const [name, id] of ids) {
        expect(bytesOf(await ask({ params: { id } })), `${name}, for ${caller.kind}`).toBe(bytesOf(absent))
      }
    }
    expect(await Promise.all([...ids.values()].map(rowOf))).toEqual(before)
  })
})

describe.each(withIds)('%s', (_, contract) => {
  const field = contract.body && 'ids' in contract.body.shape ? 'ids' : 'sign_out'

  it(`passes over another account’s tokens in ${field}, as over what never was`, async () => {
    const ids = await everyTokenOf(await newAccount())
    const before = await Promise.all([...ids.values()].map(rowOf))
    const { body, ask } = await newSubject(contract)
    const base = field === 'ids' ? {} : body
    const { status, json } = await ask({ body: { ...base, [field]: [...ids.values(), unknownId(), 'x'] } })
    expect([status, json?.revoked ?? 0, json?.signed_out ?? []]).toEqual([contract.status, 0, []])
    expect(await Promise.all([...ids.values()].map(rowOf))).toEqual(before)
  })
})

/** The fields of a body that name something. */
const NAMING = ['ids', 'user', 'key', 'email']

const ofAdmins = titledContracts(
  ({ role, params, body = z.object() }) =>
    role === 'admin' && (params !== undefined || NAMING.some((field) => field in body.shape)),
)

/** Returns inputs that name something that exists, and similar ones that name nothing. */
async function namings(contract: Contract): Promise<AskInput[]> {
  const owner = await newAccount()
  const { id: tokenId, key } = await newToken(owner, 'personal')
  const fields = Object.keys(contract.body?.shape ?? {})
  return [
    ...(contract.params ? [await newTarget(contract, owner), unknownId(), 'x'].map((id) => ({ params: { id } })) : []),
    ...(fields.includes('ids') ? [tokenId, unknownId(), 'x'].map((id) => ({ body: { ids: [id] } })) : []),
    ...(fields.includes('user') ? [owner.id, owner.username, 'nobody'].map((user) => ({ body: { user } })) : []),
    ...(fields.includes('key') ? [key, generateKey('personal'), 'x'].map((text) => ({ body: { key: text } })) : []),
    ...(fields.includes('email') ? [owner.email, 'x'].map((email) => ({ body: { username: 'x', email } })) : []),
  ]
}

describe.each(ofAdmins)('%s', (_, contract) => {
  it('does not tell non-administrators what exists', async () => {
    const inputs = await namings(contract)
    for (const { kind, isAdmin } of callersOf(contract)) {
      const { account, ask } = await newSubject(contract, { kind, isAdmin })
      await database().user.update({ where: { id: account.id }, data: { isAdmin: false } })
      const answers: Answer[] = []
      for (const input of inputs) answers.push(await ask(input))
      expect(answers.map(({ status }) => status)).toEqual(inputs.map(() => 403))
      expect(new Set(answers.map(bytesOf)).size).toBe(1)
    }
  })
})

it('answers an administrator’s request for a revoked token like one for an unknown token', async () => {
  const [[, contract] = []] = withAnyId.filter(([title]) => title === 'DELETE /api/v1/admin/tokens/{id}')
  const owner = await newAccount()
  const { ask } = await newSubject(contract!)
  const absent = bytesOf(await ask({ params: { id: unknownId() } }))
  for (const kind of KINDS) {
    const id = await newTokenIn('live', owner, kind)
    expect((await ask({ params: { id } })).status).toBe(204)
    expect(bytesOf(await ask({ params: { id } }))).toBe(absent)
  }
})

it('a personal token can read itself and no other token of its owner', async () => {
  const [[, contract] = []] = withId.filter(([title]) => title === 'GET /api/v1/auth/tokens/{id}')
  expect(contract?.auth).toContain('personal')
  const { account, callerId, ask } = await newSubject(contract!, { kind: 'personal' })
  const absent = bytesOf(await ask({ params: { id: unknownId() } }))
  for (const id of (await everyTokenOf(account)).values()) expect(bytesOf(await ask({ params: { id } }))).toBe(absent)
  expect((await ask({ params: { id: callerId! } })).json.id).toBe(callerId)
})
