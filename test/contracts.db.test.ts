import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Contract } from '@/lib/base/contract'
import { contracts } from '@/lib/edge/contracts'
import { database } from '@/lib/db/client'
import { gatePaths } from '@/lib/edge/gate/gate'
import { openApiDocument } from '@/lib/edge/openapi/openapi-document'
import { call } from '@/test/support/requests/api'
import { handlersOf, METHODS, methodsOf, titledContracts } from '@/test/support/requests/contract-routes'
import { newSubject } from '@/test/support/requests/contract-subject'
import { newAccount, newInstance, newToken } from '@/test/support/factories'

const SECRET_NAMES = /^(.*_?hash|passwordHash|digest|secret|secrets|.*Key|.*_key|recovery.*)$/i

const routeFiles = () =>
  readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('/route.ts') && !file.startsWith('api/[...rest]'),
  )
const pathOf = (file: string) => `/${file.slice(0, -'/route.ts'.length)}`.replaceAll(/\[(\w+)\]/g, '{$1}')

function deepKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => [...(Array.isArray(value) ? [] : [key]), ...deepKeys(entry)])
}

beforeEach(newInstance)

describe('the contracts', () => {
  it('describe exactly the endpoints that the routes and the gate serve', () => {
    const paths = new Set(contracts.map((contract) => contract.path))
    expect([...routeFiles().map(pathOf), ...gatePaths].toSorted()).toEqual([...paths].toSorted())
  })

  it.each([...new Set(contracts.map(({ path }) => path))])(
    'of %s define its methods, and every other method answers 405 with Allow',
    async (path) => {
      const handlers = await handlersOf(path)
      const allowed = new Set(contracts.filter((contract) => contract.path === path).flatMap(methodsOf))
      if (allowed.has('GET')) allowed.add('HEAD')
      for (const method of METHODS) {
        const answer = await call(handlers[method], { method, params: { id: 'x' } })
        if (allowed.has(method)) expect(answer.status).not.toBe(405)
        else
          expect([answer.status, answer.headers.get('allow')]).toEqual([
            405,
            METHODS.filter((one) => allowed.has(one)).join(', '),
          ])
      }
    },
  )
})

it('contracts declare the password hashing and the errors that the server acts on', () => {
  const hashing = contracts.filter(({ hashesPassword }) => hashesPassword)
  const mayDoWithout = ({ body }: Contract) => body?.shape['password']?.isOptional() === true
  const busy = contracts.filter(({ auth, errors }) => auth === 'public' && errors.includes('busy'))
  expect(hashing).toEqual(busy.filter((contract) => !mayDoWithout(contract)))
  for (const { notFound, errors } of contracts) if (notFound !== undefined) expect(errors).toContain(notFound)
})

describe('reading', () => {
  it('changes nothing and returns no secret', async () => {
    const account = await newAccount({ isAdmin: true })
    const { id, key } = await newToken(account, 'session')
    const readings = contracts.filter((contract) => contract.method === 'GET')
    const rows = async () => [
      await database().user.findMany(),
      await database().auditEvent.findMany(),
      await database().instance.findMany(),
      await database().token.findMany({ omit: { lastUsedAt: true, lastUsedAddress: true } }),
    ]
    const before = await rows()
    for (const contract of readings) {
      const { GET, HEAD, OPTIONS } = await handlersOf(contract.path)
      for (const [method, handler] of Object.entries({ GET, HEAD, OPTIONS })) {
        const { json } = await call(handler, { method, session: key, params: { id } })
        if (!/openapi.json$|config$/.test(contract.path))
          expect(deepKeys(json).filter((name) => SECRET_NAMES.test(name))).toEqual([])
      }
    }
    expect(await rows()).toEqual(before)
  })
})

/** Returns stored hashes and digests in every form in which a response could leak them. */
async function storedSecrets(): Promise<string[]> {
  const accounts = await database().user.findMany()
  const rows = [...(await database().tokenSecret.findMany()), ...(await database().oneTimeCode.findMany())]
  const digests = rows.map(({ digest }) => Buffer.from(digest))
  return [
    ...accounts.flatMap(({ passwordHash }) => passwordHash ?? []),
    ...digests.flatMap((digest) => (['hex', 'base64', 'base64url'] as const).map((form) => digest.toString(form))),
  ]
}

describe('an administrator', () => {
  const answering = titledContracts(({ path, response }) => path.startsWith('/api/v1/admin/') && response !== undefined)

  it.each(answering)('receives no stored-only value from %s', async (_, contract) => {
    const { json, text } = await (await newSubject(contract)).ask()
    expect(deepKeys(json).filter((name) => SECRET_NAMES.test(name))).toEqual([])
    for (const secret of await storedSecrets()) expect(text).not.toContain(secret)
  })

  it.each(['text/csv', 'application/x-ndjson'])('receives no stored-only value in an export as %s', async (accept) => {
    const { key } = await newToken(await newAccount({ isAdmin: true }), 'device')
    const [name] = titledContracts(({ streams }) => streams !== undefined)[0]!
    await Promise.all(answering.map(async ([, contract]) => (await newSubject(contract)).ask()))
    const { GET } = await handlersOf(name.split(' ')[1]!)
    const { status, text } = await call(GET, { key, headers: { accept } })
    expect([status, text.includes('account.created')]).toEqual([200, true])
    const names = [...text.matchAll(/"{1,2}(\w+)"{1,2}:/g)].map(([, field = '']) => field)
    expect([...names, ...(text.split('\r\n')[0] ?? '').split(',')].filter((field) => SECRET_NAMES.test(field))).toEqual(
      [],
    )
    for (const secret of await storedSecrets()) expect(text).not.toContain(secret)
  })
})

describe('the OpenAPI document', () => {
  it('lists every contract with its input, its response, and its errors', () => {
    const { openapi, paths } = openApiDocument() as { openapi: string; paths: Record<string, Record<string, object>> }
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths).toSorted()).toEqual([...new Set(contracts.map(({ path }) => path))].toSorted())
    expect(paths['/api/v1/auth/tokens']?.['post']).toMatchObject({
      security: [{ session: [] }, { token: [] }],
      requestBody: { content: { 'application/json': { schema: { additionalProperties: false, required: ['name'] } } } },
      responses: { 201: expect.anything(), 409: { description: 'name_taken, token_limit_reached, account_changed' } },
    })
  })
})
