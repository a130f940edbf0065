import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { contracts } from '@/lib/contracts'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/http/contract'
import type { RouteHandler } from '@/lib/http/methods'
import { openApiDocument } from '@/lib/openapi/openapi-document'
import { call } from '@/test/support/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
const SECRET_NAMES = /^(.*_?hash|passwordHash|digest|secret|secrets|.*Key|.*_key|recovery.*)$/i

const routeFiles = () =>
  readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('/route.ts') && !file.startsWith('[...rest]'),
  )
const pathOf = (file: string) => `/api/${file.slice(0, -'/route.ts'.length)}`.replaceAll(/\[(\w+)\]/g, '{$1}')

async function handlersOf(path: string): Promise<Record<(typeof METHODS)[number], RouteHandler>> {
  const file = `../app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`
  return (await import(file)) as Record<(typeof METHODS)[number], RouteHandler>
}

const methodsOf = (contract: Contract) => (contract.method === 'ANY' ? METHODS : ([contract.method] as const))
const guarded = contracts.filter((contract) => contract.auth !== 'public')
const named = (list: readonly Contract[]) =>
  list.map((contract) => [`${contract.method} ${contract.path}`, contract] as const)

function deepKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => [...(Array.isArray(value) ? [] : [key]), ...deepKeys(entry)])
}

beforeEach(newInstance)

describe('the contracts', () => {
  it('and the routes are the same endpoints', () => {
    const paths = new Set(contracts.map((contract) => contract.path))
    expect(routeFiles().map(pathOf).toSorted()).toEqual([...paths].toSorted())
  })

  it.each([...new Set(contracts.map(({ path }) => path))])(
    'of %s are its methods; all others answer 405 with Allow',
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

describe.each(named(guarded))('%s', (_, contract) => {
  const ask = async (input: Parameters<typeof call>[1]) => {
    const handlers = await handlersOf(contract.path)
    const [method] = methodsOf(contract)
    return call(handlers[method], { method, params: { id: 'x' }, ...input })
  }

  it('refuses whoever brings nothing, without an error word in the challenge', async () => {
    const { status, json, headers } = await ask({})
    expect([status, json.code]).toEqual([401, 'token_missing'])
    expect(headers.get('www-authenticate')).toBe('Token, Bearer realm="latchkey"')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it.each(['session', 'device', 'personal', 'refresh'] as const)(
    'lets %s in only where the contract says so',
    async (kind) => {
      const { key } = await newToken(await newAccount(), kind)
      const { status, json } = await ask(kind === 'session' ? { session: key } : { key })
      const isAdmitted = (contract.auth as readonly string[]).includes(kind)
      if (isAdmitted) expect([401, 403]).not.toContain(status)
      else expect(['credential_not_allowed', 'token_unknown', 'token_missing']).toContain(json.code)
    },
  )

  it('refuses expired, revoked and ownerless credentials', async () => {
    const account = await newAccount()
    const expired = await newToken(account, 'device', { expiresAt: new Date(0) })
    const revoked = await newToken(account, 'device')
    await database().token.update({ where: { id: revoked.id }, data: { revokedAt: new Date(0) } })
    const ownerless = await newToken(await newAccount({ isActive: false }), 'device')
    for (const { key } of [expired, revoked, ownerless]) expect((await ask({ key })).status).toBe(401)
  })
})

describe('reading', () => {
  it('changes nothing, and shows no secret', async () => {
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

describe('the OpenAPI document', () => {
  it('names every contract with its input, its answer and its errors', () => {
    const { openapi, paths } = openApiDocument() as { openapi: string; paths: Record<string, Record<string, object>> }
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths).toSorted()).toEqual([...new Set(contracts.map(({ path }) => path))].toSorted())
    expect(paths['/api/v1/auth/tokens']?.['post']).toMatchObject({
      security: [{ session: [] }, { token: [] }],
      requestBody: { content: { 'application/json': { schema: { additionalProperties: false, required: ['name'] } } } },
      responses: { 201: expect.anything(), 409: { description: 'name_taken, token_limit_reached' } },
    })
  })
})
