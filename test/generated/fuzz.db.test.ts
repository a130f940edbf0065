import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Contract } from '@/lib/http/contract'
import type { Answer } from '@/test/support/api'
import type { AskInput } from '@/test/support/ask-contract'
import { titledContracts } from '@/test/support/contract-routes'
import { newSubject, newTokenIn, TOKEN_STATES, unknownId, type Subject } from '@/test/support/contract-subject'
import { newInstance } from '@/test/support/factories'
import { garbageText, valuesOf } from '@/test/support/schema-values'
import { goodFields, jsonSchemaOf } from '@/test/support/valid-input'

// A longer proof: FUZZ_RUNS=5000, and FUZZ_SEED for another course.
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 40)
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_121)

/** A subject that is made anew once a call may have ended it. */
class RenewedSubject {
  #subject: Subject | null = null
  ids: string[] = []
  asked = 0

  constructor(private readonly contract: Contract) {}

  async get(): Promise<Subject> {
    this.asked += 1
    if (this.#subject !== null && this.asked % 8 !== 0) return this.#subject
    this.#subject = await newSubject(this.contract, { isAdmin: this.asked % 2 === 0 })
    this.ids = [unknownId(), 'x']
    for (const state of TOKEN_STATES) this.ids.push(await newTokenIn(state, this.#subject.account, 'personal'))
    return this.#subject
  }

  /** After a change, and when too many passwords were wrong, the next call comes from somebody else. */
  note({ status, json }: Answer): void {
    const hasChanged = status < 300 && this.contract.method !== 'GET' && this.contract.method !== 'ANY'
    if (hasChanged || status === 401 || json?.code === 'password_incorrect') this.#subject = null
  }
}

/** What is chosen at random of a request; good values and ids are those of whoever asks. */
interface Draw {
  body: Record<string, unknown>
  good: Record<string, boolean>
  query: [string, string][]
  id: number
  shape: 'json' | 'form' | 'garbage'
  garbage: string
}

function drawsFor({ body, query }: Contract): fc.Arbitrary<Draw> {
  const fields = Object.entries(body ? (jsonSchemaOf(body).properties ?? {}) : {})
  const parameters = Object.entries(query ? (jsonSchemaOf(query).properties ?? {}) : {})
  const asText = (value: unknown) => (typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value))
  const pairs = parameters.map(([name, schema]) => fc.tuple(fc.constant(name), valuesOf(name, schema).map(asText)))
  const stranger = fc.tuple(garbageText, garbageText).map((pair) => pair.map(asText) as [string, string])
  return fc.record({
    body: fc.record(Object.fromEntries(fields.map(([name, schema]) => [name, valuesOf(name, schema)])), {
      requiredKeys: [],
    }),
    good: fc.record(Object.fromEntries(fields.map(([name]) => [name, fc.boolean()]))),
    query: fc.array(fc.oneof(...pairs.map((arbitrary) => ({ arbitrary, weight: 4 })), { arbitrary: stranger, weight: 1 }), {
      maxLength: 3,
    }),
    id: fc.nat(20),
    shape: fc.oneof({ arbitrary: fc.constant('json' as const), weight: 8 }, fc.constantFrom('form' as const, 'garbage' as const)),
    garbage: garbageText,
  })
}

function requestOf(contract: Contract, draw: Draw, { account }: Subject, ids: readonly string[]): AskInput {
  const path = `/api/v1/test?${new URLSearchParams(draw.query)}`
  const params = { id: ids[draw.id] ?? ids[2] ?? draw.garbage }
  if (!contract.body) return { path, params }
  const good = Object.entries(goodFields(contract, account)).filter(
    ([field]) => draw.good[field] === true && field in draw.body,
  )
  const isRequired = new Set(jsonSchemaOf(contract.body).required)
  const needed = Object.entries(goodFields(contract, account)).filter(([field]) => isRequired.has(field))
  const body = { ...Object.fromEntries(draw.id % 2 === 0 ? needed : []), ...draw.body, ...Object.fromEntries(good) }
  if (draw.shape === 'json') return { path, params, body }
  const type = draw.shape === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  const text = Object.entries(body).map(([name, value]) => [name, String(value).toWellFormed()])
  const rawBody = draw.shape === 'form' ? new URLSearchParams(text).toString() : draw.garbage
  return { path, params, rawBody, headers: { 'content-type': type } }
}

beforeEach(newInstance)

describe.each(titledContracts())('%s', (_, contract) => {
  // Every door to a password costs a bcrypt.
  const runs = contract.limitsAddress ? Math.ceil(numRuns / 2) : numRuns

  it(`keeps its contract in ${runs} requests of chance`, { timeout: 30_000 + runs * 500 }, async () => {
    const renewed = new RenewedSubject(contract)
    const property = fc.asyncProperty(drawsFor(contract), async (draw) => {
      const subject = await renewed.get()
      // askContract holds the answer to the contract: no 5xx, a declared code, a body that fits.
      renewed.note(await subject.ask(requestOf(contract, draw, subject, renewed.ids)))
    })
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: runs > 100 })
    expect(renewed.asked).toBeGreaterThanOrEqual(runs)
  })
})
