import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { databaseKinds, newScratchPlace } from '@/test/support/servers/scratch-place'
import { startServer } from '@/test/support/servers/server-process'

const run = promisify(execFile)

/** Returns the lines of one section of README.md that a reader pastes into a terminal. */
function linesOf(section: string): string {
  const text = readFileSync('README.md', 'utf8').split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join('')
}

/**
 * Returns the answers in an output: one line of JSON each, with the status on the next line where the command prints
 * it.
 */
function answersIn(output: string) {
  const answers = output.matchAll(/^(\{.*\})$(?:\n(\d{3})$)?/gm)
  return [...answers].map(([, body = '', status]) => ({ status: Number(status), body: JSON.parse(body) }))
}

describe.each(databaseKinds)('the journey in README.md, on %s', (kind) => {
  it('leads from setup to a verified key, and to its rejection after revocation', async () => {
    const place = await newScratchPlace(kind)
    onTestFinished(() => place.remove())
    const server = await startServer(place.options)
    onTestFinished(async () => {
      await server.stop('SIGINT')
    })
    const codeIn = (output: string) => /setup code: (\S+)\n/.exec(output)?.[1] ?? ''
    await expect.poll(() => codeIn(server.stdout())).not.toBe('')
    const lines = linesOf('From sign-up to a revoked token')
    expect(lines).toContain('/api/v1/auth/verify')

    const { stdout } = await run('bash', ['-e', '-u', '-o', 'pipefail', '-c', lines], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', BASE: server.origin, SETUP_CODE: codeIn(server.stdout()) },
    })

    expect(answersIn(stdout)).toMatchObject([
      { body: { username: 'ada', is_admin: true } },
      { body: { username: 'maya', is_admin: false } },
      {
        status: 200,
        body: { active: true, username: 'maya', token_name: 'backup', scopes: ['read'], expires_at: null },
      },
      { status: 401, body: { code: 'token_revoked' } },
    ])
  })
})
