import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { openConnection } from '@/test/support/servers/raw-connection'
import { remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import type { WireRequest } from '@/test/support/servers/send-request'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  server = await startServer()
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
})
afterAll(() => server.stop('SIGINT'))

const json = { 'content-type': 'application/json' }
const register = '/api/v1/auth/register'
const login = '/api/v1/auth/login'

const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding)
const asIfRight =
  '{"username":"eve","email":"eve@example.com","password":"correct horse battery","confirm_password":"correct horse battery"'

describe('a malformed body', () => {
  it.each<[name: string, body: string | Buffer]>([
    ['cut off', asIfRight],
    ['in UTF-16', bytes(`\uFEFF${asIfRight}}`, 'utf16le')],
    [
      'in invalid UTF-8',
      Buffer.concat([bytes(`${asIfRight},"first_name":"`, 'utf8'), Buffer.from([0xc3, 0x28]), bytes('"}', 'utf8')]),
    ],
    [
      'with an overlong NUL',
      Buffer.concat([bytes(`${asIfRight},"first_name":"`, 'utf8'), Buffer.from([0xc0, 0x80]), bytes('"}', 'utf8')]),
    ],
    ['with U+0000', `${asIfRight},"first_name":"a\\u0000b"}`],
    ['with a lone surrogate', `${asIfRight},"first_name":"\\ud800"}`],
    ['NaN', 'NaN'],
    ['with NaN', `${asIfRight},"first_name":NaN}`],
    ['1e999', '1e999'],
    ['with 1e999', `${asIfRight},"first_name":1e999}`],
    ['of 60 000 open arrays', '['.repeat(60_000)],
    ['of 30 000 nested arrays', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['of 9000 nested objects', '{"a":'.repeat(9000) + '1' + '}'.repeat(9000)],
    ['with a prototype', `${asIfRight},"__proto__":{"is_admin":true}}`],
    ['that is a prototype', '{"__proto__":{"is_admin":true}}'],
    ['with a constructor', `${asIfRight},"constructor":{"prototype":{"is_admin":true}}}`],
    ['with an unknown field', `${asIfRight},"is_admin":true}`],
    ['with query operators instead of text', '{"username":{"contains":""},"password":{"not":""}}'],
    ['null', 'null'],
    ['true', 'true'],
    ['[]', '[]'],
    ['""', '""'],
    ['whitespace', ' \n'],
    ['two documents', `${asIfRight}}{}`],
    ['a comment', `/**/${asIfRight}}`],
    ['empty', ''],
    ['{}', '{}'],
  ])('is answered with a 400 problem: %s', async (_name, body) => {
    for (const path of [register, login]) {
      const answer = await api.send({ method: 'POST', path, headers: json, body })
      expect(answer.status).toBe(400)
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(answer.json()).toMatchObject({
        status: 400,
        code: expect.stringMatching(/^(?:malformed_body|invalid_input)$/),
      })
      expectHardened(answer)
    }
  })

  it('of 100 000 open arrays is too large', async () => {
    expect((await api.send({ method: 'POST', path: login, headers: json, body: '['.repeat(100_000) })).status).toBe(413)
  })

  it('does not affect later requests', async () => {
    await api.send({
      method: 'POST',
      path: register,
      headers: json,
      body: '{"__proto__":{"is_admin":true,"username":"x"}}',
    })
    const { status, json: body } = await api.register('grace')
    expect(status).toBe(201)
    expect(body()).toMatchObject({ is_admin: false, username: 'grace' })
  })

  it('that the client abandons logs no server error', async () => {
    const before = server.stdout().length
    const connection = await openConnection(server.origin)
    connection.write(
      `POST ${login} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
    )
    connection.destroy()
    await api.get('/api/health/live')
    await api.signIn('login', 'nobody')
    expect(server.stdout().slice(before)).not.toContain('"level":"error"')
  })
})

const right = '{"username":"ada","password":"correct horse battery staple"}'

describe('a compressed body is rejected unread', () => {
  it.each<[encoding: string, body: string | Buffer]>([
    ['gzip', gzipSync(right)],
    ['GZIP', gzipSync(right)],
    ['x-gzip', gzipSync(right)],
    ['br', brotliCompressSync(right)],
    ['deflate', deflateSync(right)],
    ['zstd', right],
    ['identity, gzip', right],
    ['aes128gcm', right],
  ])('%s', async (encoding, body) => {
    for (const path of [login, '/api/v1/auth/session']) {
      const headers = { ...json, origin: server.origin, 'content-encoding': encoding }
      const answer = await api.send({ method: 'POST', path, headers, body })
      expect(answer.status).toBe(415)
      expect(answer.json()).toMatchObject({ code: 'unsupported_content_encoding' })
    }
  })
})

const FORM = 'username=ada&password=correct+horse+battery+staple'
const typesRefused: [type: string, body: string][] = [
  ['text/plain', right],
  ['text/plain;charset=UTF-8', right],
  ['multipart/form-data; boundary=x', `--x\r\nContent-Disposition: form-data; name="username"\r\n\r\nada\r\n--x--\r\n`],
  ['application/json, text/plain', right],
  ['application/jsonp', right],
  ['text/json', right],
  ['', right],
]

describe('bodies of other content types', () => {
  it.each(typesRefused)('%j is rejected', async (type, body) => {
    for (const path of [login, '/api/v1/auth/session']) {
      const headers = { 'content-type': type, origin: server.origin }
      expect((await api.send({ method: 'POST', path, headers, body })).status).toBe(415)
    }
  })

  it('a form, which any site can send, is rejected where the session cookie counts', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: server.origin }
    const tries: WireRequest[] = [
      { path: '/api/v1/auth/session', headers: form, body: FORM },
      { path: '/api/v1/auth/tokens', headers: { ...form, cookie: ada.cookie }, body: 'name=from-a-form' },
    ]
    for (const wire of tries) expect((await api.send({ method: 'POST', ...wire })).status).toBe(415)
  })

  it('a form is accepted where a program signs in', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await api.send({ method: 'POST', path: login, headers: form, body: FORM })).status).toBe(200)
  })

  it.each(['utf8', 'ISO-8859-1', 'utf-16', '"UTF-8"'])(
    'JSON is UTF-8, whatever its charset says: %s',
    async (charset) => {
      const headers = { 'content-type': `application/json; charset=${charset}` }
      expect((await api.send({ method: 'POST', path: login, headers, body: `\uFEFF${right}` })).status).toBe(200)
    },
  )

  it('a form that is JSON or has non-UTF-8 escapes signs no one in, and the server does not repeat it', async () => {
    const before = server.stdout().length
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const body of [right, `${FORM}%E9`, 'correct-horse-7']) {
      const answer = await api.send({ method: 'POST', path: login, headers: form, body })
      expect([answer.status, answer.text]).toEqual([400, expect.not.stringMatching(/horse/)])
    }
    expect(server.stdout().slice(before)).not.toContain('horse')
  })
})
