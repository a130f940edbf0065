import { beforeEach, describe, expect, it } from 'vitest'
import { contracts } from '@/lib/edge/contracts'
import { database } from '@/lib/db/client'
import { errorCatalogue, type ErrorCode } from '@/lib/base/errors/catalogue'
import type { Contract, HttpMethod } from '@/lib/base/contract'
import { askContract } from '@/test/support/requests/ask-contract'
import { methodsOf, titledContracts, titleOf } from '@/test/support/requests/contract-routes'
import { credentials, type Credential } from '@/test/support/requests/credentials'
import { expectedRefusal } from '@/test/support/requests/expected-refusal'
import { newInstance } from '@/test/support/factories'
import { presentations, type Presentation } from '@/test/support/requests/presentations'
import { proofSample } from '@/test/support/proof-rounds'
import { withMailServerFor } from '@/test/support/with-mail-server'

/** One request of the matrix and the error that must reject it, or null if the server admits it. */
interface Row {
  contract: Contract
  method: HttpMethod
  credential: Credential
  presentation: Presentation
  refusal: ErrorCode | null
}

// A public route ignores credentials. App keys in every state are enough to show that.
const credentialsFor = ({ auth }: Contract) =>
  auth === 'public' ? credentials.filter(({ kind }) => kind === null || kind === 'device') : credentials

const rowsOf = (contract: Contract): Row[] =>
  methodsOf(contract).flatMap((method) =>
    credentialsFor(contract).flatMap((credential) =>
      presentations.map((presentation) => ({
        contract,
        method,
        credential,
        presentation,
        refusal: expectedRefusal(contract, method, credential, presentation),
      })),
    ),
  )

const all = contracts.flatMap(rowsOf)
const admitted = all.filter(({ refusal }) => refusal === null)
const size = `${all.length} rows: ${contracts.length} contracts, ${credentials.length} credentials, ${presentations.length} ways; ${admitted.length} are let in`

const nameOf = ({ contract, method, credential, presentation }: Row) =>
  `${method} ${contract.path}, ${credential.name}, as ${presentation.name}`

const CHALLENGE = 'Token, Bearer realm="latchkey"'
const BASIC = 'Basic realm="latchkey", charset="UTF-8"'
const WITHOUT_CHALLENGE: readonly ErrorCode[] = ['credential_not_allowed', 'admin_required', 'cross_site_request']

function challengeOf({ contract, presentation, refusal }: Row): string | null {
  if (refusal === null || WITHOUT_CHALLENGE.includes(refusal)) return null
  if (contract.basic && (presentation.via === 'basic' || presentation.hasBasic)) {
    return refusal === 'insufficient_scope' ? null : BASIC
  }
  if (refusal === 'insufficient_scope') return `${CHALLENGE}, error="insufficient_scope"`
  if (refusal !== 'token_missing') return `${CHALLENGE}, error="invalid_token"`
  return contract.basic ? `${CHALLENGE}, ${BASIC}` : CHALLENGE
}

/** Returns one line that describes a wrong answer to a row, or null if the answer matches the contract. */
async function wrongAnswer(row: Row, key: string): Promise<string | null> {
  const { contract, method, presentation, refusal } = row
  // Sends no body, so an admitted request only learns what is missing and changes little.
  const input = { params: { id: 'x' }, ...presentation.input(key) }
  const { status, headers, json, text } = await askContract(contract, input, method)
  const wrong = `${nameOf(row)}: ${status} ${text}, not ${refusal ?? 'let in'}`
  if (refusal !== null) {
    const isSaid = method === 'HEAD' ? status === errorCatalogue[refusal].status : json?.code === refusal
    const isRefused = isSaid && headers.get('www-authenticate') === challengeOf(row)
    return isRefused && !/lk[dprs]_/.test(text) ? null : wrong
  }
  // 404 means a malformed id or a completed setup; 400 means that the body lacks a field; last_way_in, that a password
  // is the only one.
  const isLetIn = status === contract.status || status === 400 || /not_found$|^last_way_in$/.test(json?.code)
  return isLetIn ? null : wrong
}

const rowsKept = async () => [
  await database().user.findMany({ orderBy: { id: 'asc' } }),
  await database().auditEvent.count(),
  await database().instance.findMany(),
  await database().token.findMany({
    orderBy: { id: 'asc' },
    omit: { lastUsedAt: true, lastUsedAddress: true },
    include: { secrets: { omit: { lastUsedAt: true } } },
  }),
]

async function makeKeys(): Promise<Map<Credential, string>> {
  const keys = new Map<Credential, string>()
  for (const credential of credentials) keys.set(credential, await credential.make())
  return keys
}

/** Rows in the same batch run concurrently, because rejected requests change nothing. */
const AT_ONCE = 16

async function wrongAnswers(rows: readonly Row[], keys: ReadonlyMap<Credential, string>): Promise<string[]> {
  const wrong: (string | null)[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    wrong.push(...(await Promise.all(some.map((row) => wrongAnswer(row, keys.get(row.credential) ?? '')))))
  }
  return wrong.filter((line) => line !== null)
}

const STRIDE = 5

const refusedOf = (contract: Contract) =>
  proofSample(
    rowsOf(contract).filter(({ refusal }) => refusal !== null),
    STRIDE,
  )

const isPublic = ({ contract }: Row) => contract.auth === 'public'

beforeEach(newInstance)

describe(`the matrix of ${size}`, () => {
  it('is complete and admits every usable kind somewhere', () => {
    const sizes = contracts.map((contract) => methodsOf(contract).length * credentialsFor(contract).length)
    expect(all).toHaveLength(sizes.reduce((sum, one) => sum + one, 0) * presentations.length)
    const needy = admitted.filter(
      (row) => !isPublic(row) && !row.contract.credentialOptional && !row.contract.sessionOptional,
    )
    const kinds = needy.map(({ credential }) => credential.kind)
    expect(new Set(kinds)).toEqual(new Set(['session', 'device', 'personal', 'access']))
  })

  it('covers every error, credential, and presentation in its sample', () => {
    const refused = all.filter(({ refusal }) => refusal !== null)
    const sample = contracts.flatMap(refusedOf)
    for (const part of ['refusal', 'credential', 'presentation'] as const)
      expect(new Set(sample.map((row) => row[part]))).toEqual(new Set(refused.map((row) => row[part])))
  })

  it('rejects every request that it should, without changing anything', { timeout: 120_000 }, async () => {
    const keys = await makeKeys()
    const before = await rowsKept()
    for (const contract of contracts) {
      const refused = refusedOf(contract)
      expect(await wrongAnswers(refused, keys)).toEqual([])
      expect(await rowsKept(), titleOf(contract)).toEqual(before)
    }
  })

  it('ignores every key on a public route', { timeout: 240_000 }, async () => {
    expect(await wrongAnswers(proofSample(admitted.filter(isPublic), STRIDE), await makeKeys())).toEqual([])
  })

  it.each(titledContracts(({ auth }) => auth !== 'public'))(
    'admits every request to %s that it should',
    { timeout: 120_000 },
    async (_, contract) => {
      const rows = rowsOf(contract).filter(({ refusal }) => refusal === null)
      expect(rows.length).toBeGreaterThan(0)
      await withMailServerFor(contract)
      // Some of these requests revoke their own credential, so each gets a new one.
      for (const row of rows) expect(await wrongAnswer(row, await row.credential.make())).toBeNull()
    },
  )
})
