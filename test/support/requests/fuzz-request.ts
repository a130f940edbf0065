import fc from 'fast-check'
import type { Account } from '@/lib/domain/accounts/account-store'
import type { Contract } from '@/lib/base/contract'
import type { AskInput } from '@/test/support/requests/ask-contract'
import { garbageText, valuesOf } from '@/test/support/requests/schema-values'
import { goodFields, jsonSchemaOf, type JsonSchema } from '@/test/support/requests/valid-input'

/** The random parts of a request. The rest is valid for the account that sends it. */
export interface Draw {
  /** Optional fields that get a valid value. */
  given: readonly string[]
  /** Fields that get a random value. */
  wild: Record<string, unknown>
  query: readonly (readonly [string, string])[]
  /** An index into the subject’s ids. An index beyond them selects the first. */
  id: number
  shape: 'json' | 'form' | 'garbage'
  garbage: string
}

const asText = (value: unknown) => (typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value))

const propertiesOf = (schema: Contract['body']): [string, JsonSchema][] =>
  Object.entries(schema ? (jsonSchemaOf(schema).properties ?? {}) : {})

/** Generates some of the entries, mostly one or none, each with a random value. */
function someOf(entries: readonly [string, JsonSchema][]): fc.Arbitrary<Record<string, unknown>> {
  if (entries.length === 0) return fc.constant({})
  const one = fc.constantFrom(...entries).chain(([name, schema]) => valuesOf(name, schema).map((v) => ({ [name]: v })))
  const any = fc.record(Object.fromEntries(entries.map(([name, schema]) => [name, valuesOf(name, schema)])), {
    requiredKeys: [],
  })
  return fc.oneof(
    { arbitrary: fc.constant({}), weight: 2 },
    { arbitrary: one, weight: 4 },
    { arbitrary: any, weight: 3 },
  )
}

function queriesOf(entries: readonly [string, JsonSchema][]): fc.Arbitrary<Draw['query']> {
  const known = someOf(entries).map((query) =>
    Object.entries(query).map(([name, value]) => [name, asText(value)] as const),
  )
  const strange = fc.array(fc.tuple(garbageText.map(asText), garbageText.map(asText)), { maxLength: 2 })
  return fc.oneof({ arbitrary: known, weight: 8 }, { arbitrary: strange, weight: 1 })
}

/** Generates random requests to a contract. */
export function drawsFor({ body, query }: Contract): fc.Arbitrary<Draw> {
  const fields = propertiesOf(body)
  const names = fields.map(([name]) => name)
  const stranger = fc.tuple(garbageText, fc.jsonValue()).map((pair) => Object.fromEntries([pair]) as object)
  return fc.record({
    given: fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: fc.subarray(names), weight: 1 }),
    wild: fc.oneof({ arbitrary: someOf(fields), weight: 9 }, stranger) as fc.Arbitrary<Record<string, unknown>>,
    query: queriesOf(propertiesOf(query)),
    id: fc.nat(9),
    shape: fc.oneof({ arbitrary: fc.constant('json' as const), weight: 8 }, fc.constantFrom('form', 'garbage')),
    garbage: garbageText,
  })
}

/** Rewrites a cursor to match the requested sort order, because the server parses no other cursor further. */
function forOrder(cursor: string, { query, id }: Draw): string {
  const sort = query.find(([name]) => name === 'sort')?.[1] ?? '-created_at'
  if (id % 4 === 0) return cursor
  const [, ...rest] = Buffer.from(cursor, 'base64url').toString().split('\n')
  return Buffer.from([sort, ...rest].join('\n')).toString('base64url')
}

/** The account that sends the request, and a valid body for it. */
interface Asker {
  account: Account
  body: Record<string, unknown> | undefined
}

/** Returns the request of a draw, sent by an account with these ids. */
export function requestOf(
  contract: Contract,
  draw: Draw,
  { account, body: valid }: Asker,
  ids: readonly string[],
): AskInput {
  const query = draw.query.map(([name, value]) => [name, name === 'cursor' ? forOrder(value, draw) : value])
  const path = `/api/v1/test?${new URLSearchParams(query)}`
  const params = { id: ids[draw.id] ?? ids[0] ?? 'x' }
  if (['GET', 'ANY'].includes(contract.method)) return { path, params }
  const good = goodFields(contract, account)
  const given = Object.fromEntries(draw.given.map((field) => [field, good[field]]))
  const body = { ...given, ...valid, ...draw.wild }
  if (draw.shape === 'json') return { path, params, body }
  const form = Object.entries(body).map(([name, value]) => [name.toWellFormed(), asText(value)])
  const rawBody = draw.shape === 'form' ? new URLSearchParams(form).toString() : draw.garbage
  const type = draw.shape === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  return { path, params, rawBody, headers: { 'content-type': type } }
}
