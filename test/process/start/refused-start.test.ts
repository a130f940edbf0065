import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startThatEnds, type EndedStart } from '@/test/support/servers/ended-start'
import { databaseKinds, newScratchPlace } from '@/test/support/servers/scratch-place'
import { startForTest } from '@/test/support/servers/start-for-test'

let scratch: string

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-refused-'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Expects the start to fail with one readable line that names the setting without its value. */
function expectRefusal({ exitCode, stdout, stderr }: EndedStart, setting: string, secret = 'hunter2'): void {
  expect(exitCode).toBe(1)
  expect(stderr).toMatch(new RegExp(`^latchkey: [^\\n]*\\b${setting}\\b[^\\n]*\\n$`))
  expect(stdout + stderr).not.toContain(secret)
  expect(stdout).not.toContain('ready on')
}

describe('a wrong setting stops the start with one line that names it', () => {
  it.each<[setting: string, env: Record<string, string>]>([
    ['NODE_ENV', { NODE_ENV: '', HOST: '0.0.0.0', APP_URL: 'https://keys.example.com' }],
    ['PORT', { PORT: 'abc' }],
    ['APP_URL', { HOST: '0.0.0.0' }],
    ['APP_URL', { APP_URL: 'http://keys.example.com' }],
    ['APP_URL', { APP_URL: 'https://user:hunter2@keys.example.com' }],
    ['LATCHKEY_SECRET', { LATCHKEY_SECRET: 'hunter2-is-too-short' }],
    ['LATCHKEY_SECRET', { LATCHKEY_SECRET: 'hunter2'.repeat(6) }],
    ['SETUP_CODE', { SETUP_CODE: 'hunter2' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'hunter2' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://root:hunter2@localhost/latchkey' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://latchkey:12#hunter2@127.0.0.1/latchkey' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://latchkey:12#hunter2@mail.example.com' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://latchkey:p@hunter2@mail.example.com' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'everybody' }],
    ['BCRYPT_COST', { BCRYPT_COST: '4' }],
    ['TOKEN_DEFAULT_TTL_SECONDS', { TOKEN_DEFAULT_TTL_SECONDS: '7200', TOKEN_MAX_TTL_SECONDS: '3600' }],
  ])('%s: %o', async (setting, env) => {
    expectRefusal(await startThatEnds({ env }), setting)
  })

  it('DATA_DIR, if it is not a folder', async () => {
    const dataDir = path.join(scratch, 'file')
    writeFileSync(dataDir, '')
    expectRefusal(await startThatEnds({ dataDir }), 'DATA_DIR')
  })

  it('DATA_DIR, if it contains half a secret', async () => {
    const dataDir = mkdtempSync(path.join(scratch, 'half-'))
    writeFileSync(path.join(dataDir, 'secret'), 'hunter2')
    expectRefusal(await startThatEnds({ dataDir }), 'DATA_DIR')
  })

  it('PORT, if another program listens on it', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expectRefusal(await startThatEnds({ env: { PORT: String(port) } }), 'PORT')
    other.close()
  })
})

describe('an unusable database stops the start with one line', () => {
  it('if nothing listens at its address, without printing the password', async () => {
    const databaseUrl = 'postgresql://latchkey:hunter2@127.0.0.1:1/latchkey'
    const { exitCode, stdout, stderr } = await startThatEnds({ databaseUrl })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^latchkey: DATABASE_URL [^\n]+\n$/)
    expect(stdout + stderr).not.toContain('hunter2')
  })

  it('if its host is unknown: names DATABASE_URL and percent-encoding, but prints no part of the address', async () => {
    const ended = await startThatEnds({ databaseUrl: 'postgresql://latchkey:secret@hunter2.invalid/latchkey' })
    expectRefusal(ended, 'DATABASE_URL')
    expect(ended.stderr).toMatch(/percent-encoded/)
  })

  it('if the file is not a database', async () => {
    const dataDir = mkdtempSync(path.join(scratch, 'garbage-'))
    writeFileSync(path.join(dataDir, 'latchkey.db'), 'hunter2 '.repeat(2000))
    const { exitCode, stdout, stderr } = await startThatEnds({ dataDir })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^latchkey: [^\n]+\n$/)
    expect(stdout + stderr).not.toContain('hunter2')
  })

  it.each(databaseKinds)('if it was set up with another secret or the secret is missing: %s', async (kind) => {
    const place = await newScratchPlace(kind)
    onTestFinished(() => place.remove())
    const first = await startForTest({ ...place.options, env: { LATCHKEY_SECRET: 'first-of-the-two'.repeat(3) } })
    await first.stop('SIGINT')
    const other = 'hunter2-not-the-first'.repeat(2)
    expectRefusal(await startThatEnds({ ...place.options, env: { LATCHKEY_SECRET: other } }), 'LATCHKEY_SECRET')
    expectRefusal(await startThatEnds({ ...place.options, env: { LATCHKEY_SECRET: '' } }), 'DATA_DIR')
    expect(existsSync(path.join(place.dataDir, 'secret'))).toBe(false)
  })
})
