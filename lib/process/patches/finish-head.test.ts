import { ServerResponse, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { requestContext, type RequestContext } from '@/lib/base/request-context'
import { finishHead } from '@/lib/process/patches/finish-head'

function responseOf(status: number, context: Partial<RequestContext>): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  response.setHeader('cache-control', 'no-store')
  finishHead(response, { ...requestContext(), ...context })
  return response.writeHead(status)
}

it('turns a failed page into 503 with Retry-After if the database was unavailable', () => {
  const response = responseOf(500, { isStoreUnavailable: true })
  expect([response.statusCode, response.getHeader('retry-after')]).toEqual([503, '2'])
})

it.each([
  [500, false],
  [200, true],
  [404, true],
])('keeps status %d (database unavailable: %s)', (status, isStoreUnavailable) => {
  const response = responseOf(status, { isStoreUnavailable })
  expect([response.statusCode, response.getHeader('retry-after')]).toEqual([status, undefined])
})

it('sets the Cache-Control of the route on a successful response only', () => {
  const cacheControl = 'public, max-age=300'
  expect(responseOf(200, { cacheControl }).getHeader('cache-control')).toBe(cacheControl)
  expect(responseOf(404, { cacheControl }).getHeader('cache-control')).toBe('no-store')
  expect(responseOf(200, {}).getHeader('cache-control')).toBe('no-store')
})
