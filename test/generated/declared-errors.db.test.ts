import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { contracts } from '@/lib/edge/contracts'
import { errorCatalogue, type ErrorCode } from '@/lib/base/errors/catalogue'
import { errorCodesOf } from '@/lib/edge/openapi/error-codes-of'
import { productFiles } from '@/test/support/product-files'
import { titleOf } from '@/test/support/requests/contract-routes'
import { newInstance } from '@/test/support/factories'
import { provocations } from '@/test/support/requests/provocations'

/** Errors that contracts declare but no request can cause, with the tests that cover them. */
const FROM_OUTSIDE: Partial<Record<ErrorCode, string>> = {
  // The database is unreachable, or locked for too long.
  store_unavailable: 'test/process',
  // A defect in the server. In all these suites it fails the test (test/support/requests/ask-contract.ts).
  internal: 'test/process',
}

/** Errors that the server answers outside any contract, with the file that throws them. */
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

/** The source files that can throw errors. Files that only list codes are left out. */
const sources = productFiles()
  .filter((file) => /^(lib|app|server)/.test(file))
  .filter((file) => !/(^|\/)contract\.ts$|errors\/catalogue\.ts$|openapi\/error-codes-of\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

beforeEach(newInstance)

describe('the catalogue', () => {
  it.each(codes)('has a place that throws %s', (code) => {
    const throwing = sources.filter(({ text }) => text.includes(`'${code}'`)).map(({ file }) => file)
    expect(throwing).not.toEqual([])
    const place = AROUND_CONTRACTS[code]
    if (place !== undefined) expect(throwing).toContain(place)
  })

  it('contains every code that the server throws', () => {
    const thrown = sources.flatMap(({ text }) =>
      [...text.matchAll(/new AppError\(\s*'(\w+)'/g)].map(([, code]) => code),
    )
    expect(thrown.length).toBeGreaterThan(20)
    expect(thrown.filter((code) => !codes.includes(code as ErrorCode))).toEqual([])
  })

  it('has only codes that a contract declares, except for those answered outside contracts', () => {
    const undeclared = codes.filter((code) => !declared.some((one) => one.code === code))
    expect(undeclared.toSorted()).toEqual(Object.keys(AROUND_CONTRACTS).toSorted())
  })

  it('has only codes that these tests provoke, except for those that no request can cause', () => {
    const provoked = [...Object.keys(provocations), ...Object.keys(FROM_OUTSIDE), ...Object.keys(AROUND_CONTRACTS)]
    expect(provoked.toSorted()).toEqual(codes.toSorted())
  })
})

describe(`what contracts declare (${reachable.length} errors)`, () => {
  it.each(reachable.map(({ contract, code }) => [titleOf(contract), code, contract] as const))(
    '%s can answer %s',
    async (_, code, contract) => {
      // Every request goes through askContract, which rejects undeclared errors.
      const answer = await provocations[code]?.(contract)
      expect(answer?.json?.code, answer?.text).toBe(code)
    },
  )
})
