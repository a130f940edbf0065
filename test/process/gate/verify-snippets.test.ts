import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { snippetOf } from '@/components/tokens/key/snippets'
import { freePort } from '@/scripts/test/free-port.mjs'
import { documented } from '@/test/support/requests/documented'
import { remoteApi } from '@/test/support/servers/remote-api'

type WhoHolds = (authorization?: string) => Promise<{ username: string } | null>

/** Loads the documented program so that it asks the server at `origin`. */
async function programAsking(origin: string): Promise<WhoHolds> {
  const program = documented('js', { 'http://127.0.0.1:3000': origin })
  const { whoHolds } = (await import(`data:text/javascript,${encodeURIComponent(program)}`)) as { whoHolds: WhoHolds }
  return whoHolds
}

it('the documented JavaScript program tells who holds a key, that no one does, or that it cannot tell', async () => {
  const { origin } = inject('plainServer')
  const api = remoteApi(origin)
  const { deviceKey, username } = await api.newPerson('js-ada')
  const whoHolds = await programAsking(origin)
  expect(await whoHolds(`Bearer ${deviceKey}`)).toMatchObject({ username, scopes: ['read', 'write'] })
  const unscoped = await api.createToken(deviceKey, 'without scopes')
  for (const nobody of [undefined, 'Token lkp_x', `Token ${unscoped.key}`]) expect(await whoHolds(nobody)).toBeNull()
  const whoHoldsElsewhere = await programAsking(`http://127.0.0.1:${await freePort()}`)
  await expect(whoHoldsElsewhere(`Bearer ${deviceKey}`)).rejects.toThrow()
})

it('the examples that a new token comes with work as they are', async () => {
  const { origin } = inject('plainServer')
  const api = remoteApi(origin)
  const { deviceKey, username } = await api.newPerson('example-ada')
  const { key } = await api.createToken(deviceKey, 'example')
  const [curl, node] = (['curl', 'node'] as const).map(
    (snippet) => snippetOf(snippet, { name: 'example', key, scopes: [] }, origin)[0]?.code ?? '',
  )
  const run = promisify(execFile)
  expect(JSON.parse((await run('sh', ['-c', curl ?? ''])).stdout)).toMatchObject({ username })
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', node ?? ''])
  expect(stdout).toMatch(/^200 /)
  expect(stdout).toContain(username)
})
