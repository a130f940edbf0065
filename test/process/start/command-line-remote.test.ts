import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newScratchPlace } from '@/test/support/servers/scratch-place'
import { serverEnvironment } from '@/test/support/servers/server-environment'
import { startForTest } from '@/test/support/servers/start-for-test'
import { waitUntil } from '@/test/support/wait-until'

const FLOW = '/api/v1/auth/device'

// `npm run latchkey` bundles the program before it runs it. The tests below run that bundle.
beforeAll(() => {
  const run = spawnSync('npm', ['run', '--silent', 'latchkey', '--', '--help'], { encoding: 'utf8' })
  expect([run.status, run.stderr]).toEqual([0, ''])
})

/** Returns the command line of a person on a machine without a server, and the file that keeps their tokens. */
function newMachine() {
  const home = mkdtempSync(path.join(tmpdir(), 'latchkey-machine-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const env = { ...serverEnvironment({ port: 1, dataDir: path.join(home, 'data') }), XDG_CONFIG_HOME: home }
  const start = (args: readonly string[], input = '') => {
    const child = spawn(process.execPath, ['.build/latchkey.js', ...args], { env })
    onTestFinished(() => void child.kill())
    child.stdin.end(input)
    const warned: string[] = []
    child.stderr.on('data', (part: Buffer) => warned.push(part.toString()))
    const status = new Promise<number | null>((resolve) => child.on('close', resolve))
    return { stdout: text(child.stdout), warned: () => warned.join(''), status }
  }
  return {
    file: path.join(home, 'latchkey/sign-ins.json'),
    start,
    latchkey: async (args: readonly string[], input = '') => {
      const { stdout, warned, status } = start(args, input)
      return { status: await status, stdout: await stdout, stderr: warned() }
    },
  }
}

type Machine = ReturnType<typeof newMachine>

/** Starts `login`, and decides about its code as the person does in a browser. */
async function login({ start }: Machine, api: RemoteApi, origin: string, { cookie }: Person, decision: 'approve' | 'deny') {
  const run = start(['login', '--server', origin])
  let code: string | undefined
  await waitUntil(() => (code = /enter the code ([A-Z]{4}-[A-Z]{4})\n/.exec(run.warned())?.[1]) !== undefined, () => run.warned())
  const headers = { cookie, origin }
  const seen = await api.post(`${FLOW}/lookup`, { user_code: code }, headers)
  expect(seen.json()).toMatchObject({ client_id: 'latchkey-cli', token_kind: 'device', scopes: [] })
  expect((await api.post(`${FLOW}/${decision}`, { user_code: code }, headers)).status).toBe(204)
  return { status: await run.status, stdout: await run.stdout, stderr: run.warned() }
} // prettier-ignore

describe.each(databaseKinds)('the command line on another machine, against a server on %s', (kind) => {
  it('signs in once approved, manages tokens as that person, and leaves nothing behind when it signs out', async () => {
    const place = await newScratchPlace(kind)
    const { origin } = await startForTest(place.options)
    const api = remoteApi(origin)
    const maya = await api.newPerson('maya')
    const machine = newMachine()
    const { latchkey, file } = machine

    const denied = await login(machine, api, origin, maya, 'deny')
    expect([denied.status, denied.stdout, denied.stderr]).toEqual([1, '', expect.stringContaining('the sign-in was denied')])
    expect(await latchkey(['whoami'])).toMatchObject({ status: 1, stderr: expect.stringMatching(/aren’t signed in to a server/) })

    const approved = await login(machine, api, origin, maya, 'approve')
    expect([approved.status, approved.stdout]).toEqual([0, `Signed in to ${origin} as maya\n`])
    expect([file, path.dirname(file)].map((one) => (statSync(one).mode & 0o777).toString(8))).toEqual(['600', '700'])
    const { token } = JSON.parse(readFileSync(file, 'utf8')).servers[origin]
    expect(approved.stderr).not.toContain(token)
    const me = await latchkey(['whoami', '--json'])
    expect([me.status, JSON.parse(me.stdout)]).toMatchObject([0, { server: origin, account: { username: 'maya' } }])

    const create = ['tokens', 'create', 'ci', '--scopes', 'read,write', '--days', '30', '--json']
    const wrong = await latchkey(create, 'not the password\n')
    expect([wrong.status, JSON.parse(wrong.stderr).error.code]).toEqual([1, 'password_incorrect'])
    const made = await latchkey(create, `${PASSWORD}\n`)
    const { id, key, ...rest } = JSON.parse(made.stdout)
    expect([made.status, rest]).toMatchObject([0, { name: 'ci', scopes: ['read', 'write'] }])
    const verified = await api.verify(key)
    expect([verified.status, verified.json().username]).toEqual([200, 'maya'])
    const list = await latchkey(['tokens', 'list'])
    expect([list.status, list.stdout]).toEqual([0, expect.stringMatching(new RegExp(`^${id}  .* ci\n$`))])
    expect((await latchkey(['tokens', 'revoke', id, '--reason', 'replaced'])).stdout).toBe(`Revoked ${id}\n`)
    expect((await api.verify(key)).status).toBe(401)
    expect((await latchkey(['tokens', 'revoke', id])).status).toBe(1)

    expect((await api.verify(token)).status).toBe(200)
    const left = await latchkey(['logout'])
    expect([left.status, left.stdout]).toEqual([0, `Signed out of ${origin}\n`])
    expect((await api.verify(token)).status).toBe(401)
    expect(readFileSync(file, 'utf8')).not.toContain(token)
    expect((await latchkey(['tokens', 'list'])).status).toBe(1)
    await place.remove()
  }, 120_000)
}) // prettier-ignore

it('refuses to sign in where the server has switched the device flow off', async () => {
  const { origin } = await startForTest({ env: { DEVICE_FLOW: 'off' } })
  const { status, stderr } = await newMachine().latchkey(['login', '--server', origin])
  expect([status, stderr]).toEqual([1, expect.stringContaining('doesn’t let command lines sign in')])
})
