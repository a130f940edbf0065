import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Contract } from '@/lib/base/contract'
import type { Answer } from '@/test/support/requests/api'
import { titledContracts } from '@/test/support/requests/contract-routes'
import {
  newSubject,
  newTarget,
  newTokenIn,
  TOKEN_STATES,
  unknownId,
  type Subject,
} from '@/test/support/requests/contract-subject'
import { newInstance } from '@/test/support/factories'
import { drawsFor, requestOf, type Draw } from '@/test/support/requests/fuzz-request'
import { proofRounds } from '@/test/support/proof-rounds'

// FUZZ_RUNS sets the number of requests per endpoint, FUZZ_SEED the seed of the generator.
const runsAsked = Number(process.env['FUZZ_RUNS'] ?? proofRounds(20, 200))
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_121)

function runsFor({ body, query, method }: Contract): number {
  if (!body && !query && method === 'GET') return Math.min(runsAsked, 5)
  return query ? runsAsked * 3 : runsAsked
}

/**
 * Sends generated requests to one contract’s endpoint. Uses a new account after a request that may have revoked the
 * credential.
 */
class Fuzzer {
  #subject: Subject | null = null
  #ids: string[] = []
  readonly statuses = new Set<number>()

  constructor(private readonly contract: Contract) {}

  async ask(draw: Draw): Promise<void> {
    const subject = (this.#subject ??= await this.#newSubject())
    // askContract checks the answer against the contract: no 5xx, a declared code, a body that fits.
    const answer = await subject.ask(requestOf(this.contract, draw, subject, this.#ids))
    this.statuses.add(answer.status)
    if (this.#isSpent(answer)) this.#subject = null
  }

  async #newSubject(): Promise<Subject> {
    const subject = await newSubject(this.contract, { isAdmin: this.statuses.size % 2 === 1 })
    if (!this.contract.params) return subject
    this.#ids = [await newTarget(this.contract, subject.account)]
    for (const state of TOKEN_STATES) this.#ids.push(await newTokenIn(state, subject.account, 'personal'))
    this.#ids.push(unknownId(), 'x')
    return subject
  }

  /**
   * Returns whether the account was used up: after any change, before too many wrong passwords lock it, and with what a
   * provider proved.
   */
  #isSpent({ status, json }: Answer): boolean {
    const changes = !['GET', 'ANY'].includes(this.contract.method)
    const isUsed = ['password_incorrect', 'provider_failed'].includes(json?.code)
    return (status < 300 && changes) || status === 401 || isUsed
  }
}

beforeEach(newInstance)

describe.each(titledContracts())('%s', (_, contract) => {
  const numRuns = runsFor(contract)

  it(`keeps its contract in ${numRuns} requests of chance`, { timeout: 30_000 + numRuns * 500 }, async () => {
    const fuzzer = new Fuzzer(contract)
    const property = fc.asyncProperty(drawsFor(contract), async (draw) => fuzzer.ask(draw))
    // The message of a failure contains the seed, the path, and the draw.
    await fc.assert(property, { numRuns, seed, endOnFailure: true })
    expect(fuzzer.statuses, 'chance never met what is right').toContain(contract.status)
  })
})
