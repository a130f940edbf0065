import { beforeEach, describe, expect, it } from 'vitest'
import type { Contract } from '@/lib/base/contract'
import type { Answer } from '@/test/support/requests/api'
import { titledContracts } from '@/test/support/requests/contract-routes'
import { newSubject, unknownId } from '@/test/support/requests/contract-subject'
import { newInstance } from '@/test/support/factories'
import { has } from '@/test/support/requests/provoke'
import { NASTY_INSTANTS } from '@/test/support/requests/schema-values'
import { isStrict, jsonSchemaOf, validBody, type JsonSchema } from '@/test/support/requests/valid-input'

const withBody = titledContracts(({ body }) => body !== undefined)
const withStrictBody = titledContracts(isStrict)
// Endpoints defined by external standards ignore unknown fields (RFC 7662, RFC 7009).
const withOpenBody = titledContracts((contract) => contract.body !== undefined && !isStrict(contract))
// Their answers differ each time.
const issuesSecrets = ({ response }: Contract) =>
  response !== undefined && /_(?:code|token)\b/.test(JSON.stringify(jsonSchemaOf(response).required ?? []))
const withoutBody = titledContracts(({ body, method }) => body === undefined && !['GET', 'ANY'].includes(method))
const withCursor = titledContracts(({ query }) => query !== undefined && 'cursor' in query.shape)
const withLimit = titledContracts(({ query }) => query !== undefined && 'limit' in query.shape)
// Verification answers 403 instead of 400, because that is what proxies understand.
const withQuery = titledContracts(({ query, method }) => query !== undefined && method !== 'ANY')
const ofVerification = titledContracts(({ query, method }) => query !== undefined && method === 'ANY')

const JSON_TYPE = { 'content-type': 'application/json' }
const UNKNOWN = ['is_admin', 'user_id', '__proto__', 'constructor', 'toString', 'a/b~c', '']
const UNSTORABLE = ['\0', 'a\0b', '\ud800', 'a\udc00b']
const NOT_TEXT = [7, 1.5, true, null, [], ['x'], {}, { $ne: '' }]

/** Returns values that a field with this schema must not accept. */
function wrongValues({ type, items, ...schema }: JsonSchema): unknown[] {
  if ('const' in schema) return [false, 'true', 1, null, [], {}]
  if (type === 'string') return [...NOT_TEXT, ...UNSTORABLE]
  if (type === 'boolean') return ['true', '', 0, 1, null, [], {}]
  if (type === 'integer') return ['5', '', 1.5, 1e300, true, null, [], {}]
  if (type === 'object') return ['x', 7, true, null, [], ['x']]
  if (type === 'array' && items) return ['x', 7, true, null, {}, ...wrongValues(items).map((value) => [value])]
  throw new Error(`No wrong values are known for ${JSON.stringify(schema)} of type ${type}`)
}

const escaped = (field: string) => field.replaceAll('~', '~0').replaceAll('/', '~1')
// A field name that does not look like one may be a secret, so the answer does not repeat it.
const looksLikeName = (field: string) => /^[A-Za-z_]+$/.test(field)
const pointersOf = ({ json }: Answer): string[] =>
  (json.errors ?? []).map((error: { pointer: string }) => error.pointer)

/** Returns whether an answer rejects this field of the input and no other. */
function refuses(answer: Answer, field: string): boolean {
  const pointers = pointersOf(answer)
  const isOfField = (pointer: string) => pointer === `/${escaped(field)}` || pointer.startsWith(`/${escaped(field)}/`)
  return answer.json?.code === 'invalid_input' && pointers.length > 0 && pointers.every(isOfField)
}

/** Returns whether an answer rejects an unknown field, and repeats its name only if that is safe. */
function refusesUnknown(answer: Answer, field: string): boolean {
  if (looksLikeName(field)) return refuses(answer, field)
  return answer.json?.code === 'invalid_input' && pointersOf(answer).join() === ''
}

beforeEach(newInstance)

describe.each(withBody)('the body of %s', (_, contract) => {
  it('is accepted when it is valid', async () => {
    const { ask } = await newSubject(contract)
    expect((await ask()).status).toBe(contract.status)
  })

  it('rejects every value of a wrong type, with a pointer to the field', async () => {
    const { account, ask } = await newSubject(contract)
    const good = validBody(contract, account)
    const { properties = {} } = jsonSchemaOf(contract.body!)
    for (const [field, schema] of Object.entries(properties)) {
      for (const value of wrongValues(schema)) {
        const answer = await ask({ body: { ...good, [field]: value } })
        expect(refuses(answer, field), `${JSON.stringify({ [field]: value })}\n${answer.text}`).toBe(true)
      }
    }
  })

  it('reports everything that is wrong at once', async () => {
    const { ask } = await newSubject(contract)
    const fields = Object.keys(contract.body?.shape ?? {})
    const answer = await ask({ body: Object.fromEntries([...fields, 'unknown'].map((field) => [field, null])) })
    const pointers = pointersOf(answer).map((pointer) => pointer.slice(1))
    expect(pointers.toSorted()).toEqual([...fields, ...(isStrict(contract) ? ['unknown'] : [])].toSorted())
  })

  it('must be an object', async () => {
    const { ask } = await newSubject(contract)
    for (const rawBody of ['[]', '"text"', '7', 'null', 'true', '[{}]']) {
      const answer = await ask({ rawBody, headers: JSON_TYPE })
      expect([answer.json.code, pointersOf(answer)], rawBody).toEqual(['invalid_input', ['']])
    }
  })

  it('causes no server error with the most unusual timestamps', async () => {
    const { account, ask } = await newSubject(contract)
    const good = validBody(contract, account)
    const fields = Object.keys(contract.body?.shape ?? {}).filter((field) => /_at$|_since$/.test(field))
    const others = fields.includes('unused_since') ? { ids: undefined, kind: 'personal' } : {}
    for (const field of fields)
      for (const instant of NASTY_INSTANTS) {
        const { status } = await ask({ body: { ...good, ...others, [field]: instant } })
        expect([contract.status, 400], instant).toContain(status)
      }
  })
})

describe.each(withStrictBody)('the body of %s', (_, contract) => {
  it('rejects an unknown field, with a pointer to it', async () => {
    const { account, ask } = await newSubject(contract)
    const good = Object.entries(validBody(contract, account) ?? {})
    for (const field of UNKNOWN.filter((name) => !has(contract, name))) {
      // Built as text, because an object literal would not send __proto__.
      const rawBody = `{${[...good, [field, true]].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`
      const answer = await ask({ rawBody, headers: JSON_TYPE })
      expect(refusesUnknown(answer, field), `${rawBody}\n${answer.text}`).toBe(true)
    }
  })
})

describe.each(withOpenBody)('the body of %s', (_, contract) => {
  it('may contain unknown fields, which change nothing', async () => {
    const { account, ask } = await newSubject(contract)
    const good = validBody(contract, account)
    const plain = await ask({ body: good })
    const other = issuesSecrets(contract) ? await newSubject(contract) : { account, ask }
    const body = { ...validBody(contract, other.account), unknown: 1, is_admin: true }
    const answer = await other.ask({ body })
    const said = ({ json, text }: Answer) => (issuesSecrets(contract) ? Object.keys(json) : text)
    expect([answer.status, said(answer)]).toEqual([plain.status, said(plain)])
  })
})

describe.each(withoutBody)('the body of %s', (_, contract) => {
  it('must be absent or empty', async () => {
    const { ask } = await newSubject(contract)
    const answer = await ask({ body: { reason: 'x' } })
    expect(refuses(answer, 'reason'), answer.text).toBe(true)
    expect((await ask({ body: {} })).status).toBe(contract.status)
  })
})

describe.each(withCursor)('the cursor of %s', (_, contract) => {
  it('causes no server error when it is forged', async () => {
    const { ask } = await newSubject(contract)
    const { sort } = jsonSchemaOf(contract.query!).properties ?? {}
    for (const order of [...((sort?.enum ?? []) as string[]), 'events'])
      for (const value of ['-', '=', '=x', '=\0', ...NASTY_INSTANTS.map((instant) => `=${instant}`)]) {
        const cursor = Buffer.from([order, unknownId(), value].join('\n')).toString('base64url')
        const query = new URLSearchParams({ cursor, ...(sort && order !== 'events' && { sort: order }) })
        const { status } = await ask({ path: `/api/v1/test?${query}` })
        expect([200, 400], JSON.stringify([order, value])).toContain(status)
      }
  })
})

describe.each(withQuery)('the query of %s', (_, contract) => {
  const parameters = Object.keys(contract.query?.shape ?? {})

  it('rejects an unknown parameter', async () => {
    const { ask } = await newSubject(contract)
    for (const name of [...UNKNOWN, 'limit[]', 'limit[gt]', 'Limit']) {
      const answer = await ask({ path: `/api/v1/test?${encodeURIComponent(name)}=1` })
      expect(refusesUnknown(answer, name), `${name}\n${answer.text}`).toBe(true)
    }
  })

  it.each(parameters)('accepts %s only once, and no text that cannot be stored', async (name) => {
    const { ask } = await newSubject(contract)
    for (const query of [`${name}=1&${name}=2`, `${name}=%00`, `${name}=`.padEnd(5000, 'x')]) {
      const answer = await ask({ path: `/api/v1/test?${query}` })
      expect(refuses(answer, name), `${query.slice(0, 50)}\n${answer.text}`).toBe(true)
    }
  })
})

describe.each(withLimit)('the limit of %s', (_, contract) => {
  it.each(['0', '-1', '101', '1e9', '1000000000', '0x10', 'NaN', 'Infinity', '1.5', '', ' 5', '٥'])(
    'rejects %j',
    async (limit) => {
      const { ask } = await newSubject(contract)
      const answer = await ask({ path: `/api/v1/test?${new URLSearchParams({ limit })}` })
      expect(refuses(answer, 'limit'), answer.text).toBe(true)
    },
  )

  it('caps the number of items', async () => {
    const { ask } = await newSubject(contract)
    for (const limit of [1, 100]) {
      const { status, json } = await ask({ path: `/api/v1/test?limit=${limit}` })
      expect([status, json.items.length <= limit]).toEqual([200, true])
    }
  })
})

describe.each(ofVerification)('the query of %s', (_, contract) => {
  it('rejects unknown and repeated parameters', async () => {
    const { ask } = await newSubject(contract)
    const repeated = Object.keys(contract.query?.shape ?? {}).map((name) => `${name}=&${name}=`)
    const unknown = [...UNKNOWN, 'scopes', 'scoe', 'Scope', 'scope[]', ' scope'].map(
      (name) => `${encodeURIComponent(name)}=read`,
    )
    for (const query of [...repeated, ...unknown, '%FF=1', 'scope=&limit=%00']) {
      const answer = await ask({ path: `/api/v1/test?${query}` })
      expect([answer.status, answer.json.code], query).toEqual([403, 'parameter_unknown'])
    }
  })
})
