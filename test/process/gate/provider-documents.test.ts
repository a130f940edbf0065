import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { APP_REDIRECT, startAppIssuer, type AppIssuer } from '@/test/support/providers/app-issuer'
import { PASSWORD, remoteApi, type RemoteApi } from '@/test/support/servers/remote-api'
import { newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const SETUP_CODE = 'a-code-for-this-test'

/** Returns the blocks of a page that a reader pastes into a terminal, in order. */
function blocksOf(page: string): string[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block)
  return blocks.filter((block) => /curl|echo|openssl/.test(block))
}

describe('the lines about providers', () => {
  let issuer: AppIssuer
  let place: ScratchPlace
  let server: ServerProcess
  let api: RemoteApi

  beforeAll(async () => {
    issuer = await startAppIssuer({ sub: 'maya', email: 'maya@example.com' })
    place = await newScratchPlace('sqlite')
    const env = {
      SETUP_CODE,
      PROVIDERS: 'acme',
      PROVIDER_ACME_ISSUER: issuer.issuer,
      PROVIDER_ACME_CLIENT_ID: 'latchkey',
      PROVIDER_ACME_CLIENT_SECRET: 'secret',
      PROVIDER_ACME_AUDIENCES: 'phone',
      PROVIDER_ACME_REDIRECT_URIS: APP_REDIRECT,
    }
    server = await startServer({ ...place.options, env })
    api = remoteApi(server.origin)
    await api.newFirstAdmin('ada', SETUP_CODE)
  })
  afterAll(async () => {
    await server.stop('SIGINT')
    await issuer.stop()
    await place.remove()
  })

  it('sign in an app with a code, create its account, and sign it in with an ID token', async () => {
    const [getNonce = '', sendToken = '', authorize = '', sendCode = '', chooseName = '', ...others] =
      blocksOf('docs/providers/apps.md')
    expect([sendToken, chooseName, others]).toEqual([
      expect.stringContaining('id_token='),
      expect.stringContaining('/login/continue'),
      [],
    ])
    const run = terminal({
      AUTHORIZE: issuer.authorizationEndpoint,
      CLIENT: 'latchkey',
      REDIRECT: APP_REDIRECT,
    })
    await run(getNonce)
    const code = await issuer.codeFrom((await run(authorize)).trim())
    expect(JSON.parse(await run(`CODE=${code}\n${sendCode}`))).toMatchObject({
      code: 'account_needed',
      suggested: 'maya',
      email_needed: false,
    })
    const created = JSON.parse(await run(chooseName))
    expect(created).toMatchObject({ kind: 'device', user: { username: 'maya', email_verified: true } })
    const nonce = (await run(`${getNonce}\necho "$NONCE"`)).trim()
    const signedIn = JSON.parse(await run(`JWT=${await issuer.idTokenFor(nonce)}\n${sendToken}`))
    expect(signedIn.user.id).toBe(created.user.id)
    expect((await api.verify(signedIn.key)).json()).toMatchObject({ username: 'maya', token_name: 'Phone' })
  })

  it('deactivate a person who left, and list the others who were not seen at their provider', async () => {
    await api.newPerson('noor')
    await place.change(`
      INSERT INTO identity (id, user_id, provider, issuer, subject, created_at, last_used_at)
      SELECT id, id, 'acme', 'https://id.example.com', username, '2020-01-01T00:00:00.000+00:00', '2020-01-01T00:00:00.000+00:00'
      FROM account WHERE username = 'noor'`)
    const [deactivate = '', list = '', ...others] = blocksOf('docs/providers.md')
    expect(others).toEqual([])
    const run = terminal({ PASSWORD })
    expect(JSON.parse(await run(deactivate))).toMatchObject({ username: 'maya', is_active: false })
    expect((JSON.parse(await run(list)) as { items: object[] }).items).toEqual([
      expect.objectContaining({ username: 'noor', sign_in_methods: ['password', 'acme'] }),
    ])
  })

  /** Opens a shell, and returns a function that runs lines in it and returns what they print. */
  function terminal(variables: Readonly<Record<string, string>>): (lines: string) => Promise<string> {
    const env = { PATH: process.env['PATH'], NODE_ENV: 'test' as const, BASE: server.origin, ...variables }
    const shell = spawn('bash', ['-e', '-u', '-o', 'pipefail'], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = once(shell, 'close')
    onTestFinished(async () => {
      shell.stdin.end()
      await ended
    })
    let output = ''
    shell.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    return async (lines) => {
      output = ''
      shell.stdin.write(`${lines}\necho\necho end of lines\n`)
      await expect.poll(() => output.endsWith('\nend of lines\n') || shell.exitCode !== null).toBe(true)
      expect(shell.exitCode).toBeNull()
      return output.replace(/\n+end of lines\n$/, '')
    }
  }
})
