import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors/app-error'
import { parseBody, readBytes } from '@/lib/http/read-body'

const schema = z.strictObject({ name: z.string().optional(), count: z.int().optional(), never: z.boolean().optional() })

const request = (body: BodyInit | null, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  new Request('http://localhost/x', { method: 'POST', body, headers })

const readBody = async (sent: Request, shape: typeof schema, formAllowed: boolean) =>
  parseBody(await readBytes(sent), Object.fromEntries(sent.headers), shape, formAllowed)

async function refusal(body: BodyInit | null, headers?: Record<string, string>): Promise<[string, string[]]> {
  const error = await readBody(request(body, headers), schema, true).catch((thrown: unknown) => thrown)
  if (!(error instanceof AppError)) throw new Error('It was not refused', { cause: error })
  return [error.code, error.errors.map(({ pointer }) => pointer)]
}

describe('a body', () => {
  it('is a JSON object, and nothing counts as an empty one', async () => {
    expect(await readBody(request('{"name":"x"}'), schema, false)).toEqual({ name: 'x' })
    expect(await readBody(request(null, {}), schema, false)).toEqual({})
  })

  it.each([
    ['truncated', '{"name":'],
    ['with a byte order mark', '\ufeff{}'],
    ['NaN', '{"count":NaN}'],
    ['bad UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['UTF-16', new Uint8Array([0x7b, 0x00, 0x7d, 0x00])],
    ['nothing but brackets', '['.repeat(60_000)],
  ])('that is %s is malformed', async (_, body) => {
    expect(await refusal(body)).toEqual(['malformed_body', []])
  })

  it.each(['null', '[]', '""', '5', 'true'])('that is %s is no object', async (body) => {
    expect(await refusal(body)).toEqual(['invalid_input', ['']])
  })

  it('names everything that is wrong with it', async () => {
    expect(await refusal('{"name":5,"count":1e999,"a/b~c":1,"__proto__":{"x":1}}')).toEqual([
      'invalid_input',
      ['/name', '/count', '/a~1b~0c', '/__proto__'],
    ])
    expect(await refusal('{"name":"a\\u0000"}')).toEqual(['invalid_input', ['/name']])
    expect(await refusal('{"deep":{"er":["\\ud800"]}}')).toEqual(['invalid_input', ['/deep/er/0']])
    expect(await refusal(`{"a":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`)).toEqual([
      'invalid_input',
      ['/a'.repeat(16)],
    ])
  })

  it.each(['gzip', 'br', 'deflate', 'zstd', 'identity, gzip'])('in %s is not read', async (encoding) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
    expect(await refusal('{}', headers)).toEqual(['unsupported_content_encoding', []])
  })

  it.each(['text/plain', 'multipart/form-data', 'application/json; charset=utf-16', 'application/jsonx', ''])(
    'of type %j is not read',
    async (type) => {
      expect(await refusal('{}', { 'content-type': type })).toEqual(['unsupported_media_type', []])
    },
  )

  it('over 64 KiB is not read, announced or not', async () => {
    expect(await refusal(JSON.stringify({ name: 'x'.repeat(65_536) }))).toEqual(['body_too_large', []])
  })
})

describe('a form', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }

  it('gives numbers and booleans where the schema wants them', async () => {
    expect(await readBody(request('name=5&count=5&never=true', form), schema, true)).toEqual({
      name: '5',
      count: 5,
      never: true,
    })
  })

  it('leaves to the schema what is neither, and what it does not know', async () => {
    expect(await refusal('count=x&never=maybe&is_admin=true', form)).toEqual([
      'invalid_input',
      ['/count', '/never', '/is_admin'],
    ])
  })

  it('is refused when it gives a field twice', async () => {
    expect(await refusal('name=a&name=b', form)).toEqual(['invalid_input', ['/name']])
  })
})
