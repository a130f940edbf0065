import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { contracts } from '@/lib/edge/contracts'
import { errorCatalogue, type ErrorCode } from '@/lib/base/errors/catalogue'
import { errorCodesOf } from '@/lib/edge/openapi/error-codes-of'
import { productFiles } from '@/scripts/check-sources.mjs'
import { titleOf } from '@/test/support/contract-routes'
import { newInstance } from '@/test/support/factories'
import { provocations } from '@/test/support/provocations'

/** Declared by contracts, and beyond the reach of a request; the tests that show them. */
const FROM_OUTSIDE: Partial<Record<ErrorCode, string>> = {
  // The database goes away, or is locked for too long.
  store_unavailable: 'test/process',
  // A defect of ours: in all these suites it fails the test (test/support/ask-contract.ts).
  internal: 'test/process',
}

/** Answered by no contract, but around them. */
const AROUND_CONTRACTS: Partial<Record<ErrorCode, string>> = {
  bad_request_target: 'lib/edge/serve/guard-request.ts',
  malformed_request: 'lib/process/answer-client-errors.ts',
  request_timeout: 'lib/process/answer-client-errors.ts',
  headers_too_large: 'lib/process/answer-client-errors.ts',
  method_not_allowed: 'lib/edge/http/methods.ts',
  misdirected_request: 'lib/process/request-listener.ts',
}

const codes = Object.keys(errorCatalogue) as ErrorCode[]
const declared = contracts.flatMap((contract) => errorCodesOf(contract).map((code) => ({ contract, code })))
const reachable = declared.filter(({ code }) => !(code in FROM_OUTSIDE))

/** The sources that throw; not those that only list codes. */
const sources = productFiles(process.cwd())
  .filter((file) => /^(lib|app|server)/.test(file))
  .filter((file) => !/(^|\/)contract\.ts$|errors\/catalogue\.ts$|openapi\/error-codes-of\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

beforeEach(newInstance)

describe('the catalogue', () => {
  it.each(codes)('%s is thrown somewhere', (code) => {
    const throwing = sources.filter(({ text }) => text.includes(`'${code}'`)).map(({ file }) => file)
    expect(throwing).not.toEqual([])
    const place = AROUND_CONTRACTS[code]
    if (place !== undefined) expect(throwing).toContain(place)
  })

  it('has every code that is thrown', () => {
    const thrown = sources.flatMap(({ text }) =>
      [...text.matchAll(/new AppError\(\s*'(\w+)'/g)].map(([, code]) => code),
    )
    expect(thrown.length).toBeGreaterThan(20)
    expect(thrown.filter((code) => !codes.includes(code as ErrorCode))).toEqual([])
  })

  it('is declared by contracts, but for what happens around them', () => {
    const undeclared = codes.filter((code) => !declared.some((one) => one.code === code))
    expect(undeclared.toSorted()).toEqual(Object.keys(AROUND_CONTRACTS).toSorted())
  })

  it('is provoked here, but for what comes from outside', () => {
    const provoked = [...Object.keys(provocations), ...Object.keys(FROM_OUTSIDE), ...Object.keys(AROUND_CONTRACTS)]
    expect(provoked.toSorted()).toEqual(codes.toSorted())
  })
})

describe(`what contracts declare (${reachable.length} errors)`, () => {
  it.each(reachable.map(({ contract, code }) => [titleOf(contract), code, contract] as const))(
    '%s can answer %s',
    async (_, code, contract) => {
      // askContract, by which all is asked, refuses whatever is not declared.
      const answer = await provocations[code]?.(contract)
      expect(answer?.json?.code, answer?.text).toBe(code)
    },
  )
})
