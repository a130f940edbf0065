import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/base/errors/app-error'
import { parseBody, readBytes } from '@/lib/edge/http/read-body'

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
  it('is a JSON object, and an empty one counts as {}', async () => {
    expect(await readBody(request('{"name":"x"}'), schema, false)).toEqual({ name: 'x' })
    expect(await readBody(request(null, {}), schema, false)).toEqual({})
  })

  it.each([
    ['truncated', '{"name":'],
    ['NaN', '{"count":NaN}'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['UTF-16', new Uint8Array([0x7b, 0x00, 0x7d, 0x00])],
    ['nothing but brackets', '['.repeat(60_000)],
  ])('is malformed if it is %s', async (_, body) => {
    expect(await refusal(body)).toEqual(['malformed_body', []])
  })

  it.each(['null', '[]', '""', '5', 'true'])('is rejected if it is %s instead of an object', async (body) => {
    expect(await refusal(body)).toEqual(['invalid_input', ['']])
  })

  it('is rejected with everything that is wrong with it', async () => {
    expect(await refusal('{"name":5,"count":1e999,"is_admin":1,"__proto__":{"x":1}}')).toEqual([
      'invalid_input',
      ['/name', '/count', '/is_admin', '/__proto__'],
    ])
    expect(await refusal('{"name":"a\\u0000","count":"x"}')).toEqual(['invalid_input', ['/name', '/count']])
    expect(await refusal('{"deep":{"er":["\\ud800"]}}')).toEqual(['invalid_input', ['/deep/er/0']])
    expect(await refusal(`{"a":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`)).toEqual([
      'invalid_input',
      ['/a'.repeat(16)],
    ])
  })

  it('may begin with a byte order mark, and is read as UTF-8 whatever charset it declares', async () => {
    expect(await readBody(request('\ufeff{"name":"é"}'), schema, false)).toEqual({ name: 'é' })
    for (const charset of ['utf8', 'ISO-8859-1', '"utf-8"', 'utf-16', '']) {
      const headers = { 'content-type': `application/json; charset=${charset}` }
      expect(await readBody(request('{"name":"é"}', headers), schema, false), charset).toEqual({ name: 'é' })
    }
  })

  it.each([
    ['a word', '{"hunter2":1}'],
    ['a nested phrase', '{"correct horse":{"battery":"a\\u0000"}}'],
    ['a document', '{"{\\"password\\":1}":1}'],
    ['a key', '{"lkp_0123456789abcdefghijklmnopqrstuvwxyz":1}'],
  ])('is rejected without repeating a field name that may be a secret: %s', async (_, body) => {
    const error = await readBody(request(body), schema, true).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'invalid_input' })
    expect(JSON.stringify((error as AppError).errors)).not.toMatch(/hunter|horse|password|lkp_/)
  })

  it('that cannot be parsed is quoted neither to the client nor in the log', async () => {
    const error = await readBody(request('hunter2'), schema, true).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'malformed_body', cause: undefined })
  })

  it.each(['gzip', 'br', 'deflate', 'zstd', 'identity, gzip'])(
    'is rejected with the content encoding %s',
    async (encoding) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
      expect(await refusal('{}', headers)).toEqual(['unsupported_content_encoding', []])
    },
  )

  it.each(['text/plain', 'multipart/form-data', 'application/jsonx', ''])(
    'is rejected with the content type %j',
    async (type) => {
      expect(await refusal('{}', { 'content-type': type })).toEqual(['unsupported_media_type', []])
    },
  )

  it('is rejected over 64 KiB, even if it does not announce its length', async () => {
    expect(await refusal(JSON.stringify({ name: 'x'.repeat(65_536) }))).toEqual(['body_too_large', []])
  })
})

describe('a form', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }

  it('is converted to numbers and booleans where the schema wants them', async () => {
    expect(await readBody(request('name=5&count=5&never=true', form), schema, true)).toEqual({
      name: '5',
      count: 5,
      never: true,
    })
  })

  it('keeps invalid and unknown values for the schema to reject', async () => {
    expect(await refusal('count=x&never=maybe&is_admin=true', form)).toEqual([
      'invalid_input',
      ['/count', '/never', '/is_admin'],
    ])
  })

  it('is rejected if it repeats a field, along with everything else that is wrong', async () => {
    expect(await refusal('name=a&name=b&count=x&more=1', form)).toEqual(['invalid_input', ['/name', '/count', '/more']])
  })

  it('accepts booleans in any case', async () => {
    expect(await readBody(request('never=True', form), schema, true)).toEqual({ never: true })
    expect(await readBody(request('never=FALSE', form), schema, true)).toEqual({ never: false })
  })

  it.each(['name=caf%E9', 'name=caf%C3', '%E9=1', 'name=%ED%A0%80', 'name=%C0%80', 'name=%ff%fe'])(
    'is malformed if its escapes are not UTF-8: %s',
    async (body) => {
      expect(await refusal(body, form)).toEqual(['malformed_body', []])
    },
  )

  it('may contain a percent sign that escapes nothing', async () => {
    expect(await readBody(request('name=100%+%C3%a9%zz', form), schema, true)).toEqual({ name: '100% é%zz' })
  })

  it.each(['{"password":"hunter2"}', ' [{"password":"hunter2"}]', '\ufeff{"password":"a=b&hunter2"}'])(
    'is rejected if it is JSON, with a hint at the content type and without quoting it: %s',
    async (body) => {
      const error = await readBody(request(body, form), schema, true).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'malformed_body', errors: [] })
      expect((error as AppError).detail).toContain('Send Content-Type: application/json')
      expect((error as AppError).message).not.toContain('hunter2')
    },
  )
})
