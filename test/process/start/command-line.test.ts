import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { remoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newEmptyPlace, newScratchPlace } from '@/test/support/servers/scratch-place'
import { serverEnvironment } from '@/test/support/servers/server-environment'
import { startForTest } from '@/test/support/servers/start-for-test'

const PASSWORD = 'correct horse battery staple'

interface Run {
  dataDir: string
  databaseUrl?: string | undefined
  env?: Record<string, string>
  input?: string
}

function latchkey(args: readonly string[], { dataDir, databaseUrl, env, input = '' }: Run) {
  const place = { port: 1, dataDir, ...(databaseUrl !== undefined && { databaseUrl }), ...(env && { env }) }
  return spawnSync(process.execPath, ['.build/latchkey.js', ...args], {
    encoding: 'utf8',
    input,
    env: serverEnvironment(place),
  })
}

const account = (username: string) => ['--username', username, '--email', `${username}@example.com`]

// `npm run latchkey` bundles the program before it runs it. The tests below run that bundle.
beforeAll(() => {
  const run = spawnSync('npm', ['run', '--silent', 'latchkey', '--', '--help'], { encoding: 'utf8' })
  expect([run.status, run.stderr]).toEqual([0, ''])
})

describe.each(databaseKinds)('npm run latchkey on %s', (kind) => {
  it('creates accounts with or without a running server, and a signing key that is published first', async () => {
    const place = await newEmptyPlace(kind)
    const where = { dataDir: place.dataDir, databaseUrl: place.options.databaseUrl, input: `${PASSWORD}\n` }
    const first = latchkey(['create-admin', ...account('ada')], where)
    expect([first.status, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toMatch(/^Created ada \([0-9a-f-]{36}\)\n$/)
    const rotated = latchkey(['keys', 'rotate'], where)
    expect([rotated.status, rotated.stderr]).toEqual([0, ''])
    expect(rotated.stdout).toMatch(/^[\w-]{43} signs JWTs from \d{4}-\d\d-\d\dT[\d:.]+Z\n$/)
    const server = await startForTest(place.options)
    expect(server.stdout()).not.toContain('setup code')
    const { keys } = (await remoteApi(server.origin).get('/.well-known/jwks.json')).json()
    expect(keys).toHaveLength(2)
    expect(keys[0].kid).toBe(rotated.stdout.split(' ')[0])
    expect(latchkey(['create-user', ...account('maya')], where).status).toBe(0)
    const api = remoteApi(server.origin)
    let key = ''
    for (const [username, isAdmin] of [['ada', true], ['maya', false]] as const) {
      const answer = await api.post('/api/v1/auth/login', { username, password: PASSWORD })
      expect(JSON.parse(answer.text)).toMatchObject({ user: { username, is_admin: isAdmin, email_verified: true } })
      key = answer.json().key
    }
    const found = latchkey(['tokens', 'find', '--json'], { ...where, input: `${key}\n` })
    expect(JSON.parse(found.stdout)).toMatchObject({ kind: 'device', owner: { username: 'maya' } })
    expect(found.stdout).not.toContain(key)
    const unread = spawnSync('bash', ['-c', `npm run --silent latchkey -- audit export | true; exit \${PIPESTATUS[0]}`], {
      encoding: 'utf8',
      env: serverEnvironment({ port: 1, ...place.options, dataDir: place.dataDir }),
    })
    expect([unread.status, unread.stderr]).toEqual([141, expect.stringMatching(/^(latchkey: audit export: \d+ rows, done\n)?$/)])
    await server.stop()
    await place.remove()
  }, 120_000) // prettier-ignore

  it('creates a link that registers exactly one account', async () => {
    const place = await newScratchPlace(kind)
    const env = { REGISTRATION: 'invite' }
    const server = await startForTest({ ...place.options, env })
    const where = { dataDir: place.dataDir, databaseUrl: place.options.databaseUrl, env }
    const doctor = latchkey(['doctor', '--json'], where)
    expect([doctor.status, JSON.parse(doctor.stdout).healthy]).toEqual([0, true])
    expect(doctor.stderr).toMatch(kind === 'sqlite' ? /^latchkey: doctor: checking \S+latchkey.db, [\d.]+ MB\n$/ : /^$/)
    const { stdout } = latchkey(['invite'], where)
    expect(stdout).toMatch(/^http:\/\/localhost:\d+\/register#invite=[0-9A-Za-z]{30}\n$/)
    const invite = stdout.trim().split('=')[1]
    const body = { username: 'maya', email: 'maya@example.com', password: PASSWORD, confirm_password: PASSWORD, invite }
    const api = remoteApi(server.origin)
    expect((await api.post('/api/v1/auth/register', body)).status).toBe(201)
    expect((await api.post('/api/v1/auth/register', { ...body, username: 'b', email: 'b@example.com' })).status).toBe(400)
    await place.remove()
  }) // prettier-ignore
})

describe('npm run latchkey', () => {
  it.each([
    [[], 0, /create-admin .*\n.*users create-admin .*\n.*create-user .*\n.*users create .*\n.*invite /],
    [['users', 'create', '--help'], 0, /-- create-user .*\n.*-- users create --username maya/],
    [['create-user', '--help'], 0, /--username .*\n.*--email/],
    [['create-user', '--password', PASSWORD], 2, /'--password'/],
    [['create-user'], 2, /--username and --email are required/],
    [['restore', 'nowhere'], 1, /nowhere is not a Latchkey backup/],
    [['create-user', ...account('maya')], 1, /password: Use at least 12 characters/],
  ])('with %j exits with %i and prints the expected text', async (args, status, words) => {
    const place = await newScratchPlace('sqlite')
    const run = latchkey(args, { dataDir: place.dataDir, input: 'short\n' })
    expect(run.status).toBe(status)
    expect(run.stdout + run.stderr).toMatch(words)
    await place.remove()
  })
})
