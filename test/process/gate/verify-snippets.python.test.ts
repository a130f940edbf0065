import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { snippetOf } from '@/components/tokens/key/snippets'
import { freePort } from '@/scripts/test/free-port.mjs'
import { documented } from '@/test/support/requests/documented'
import { remoteApi } from '@/test/support/servers/remote-api'

/**
 * Returns what the documented function returns for each of the headers when it asks the server at `origin`. An error
 * becomes “cannot tell”.
 */
async function whoHolds(origin: string, headers: readonly (string | null)[]): Promise<unknown> {
  const program = documented('python', { 'http://127.0.0.1:3000': origin })
  const calls = `
def outcome(header):
    try:
        return who_holds(header)
    except OSError:
        return "cannot tell"


import sys
print(json.dumps([outcome(header) for header in json.loads(sys.argv[1])]))
`
  const { stdout } = await promisify(execFile)('python3', ['-c', program + calls, JSON.stringify(headers)])
  return JSON.parse(stdout)
}

it('the documented Python program tells who holds a key, that no one does, or that it cannot tell', async () => {
  const { origin } = inject('plainServer')
  const api = remoteApi(origin)
  const { deviceKey, username } = await api.newPerson('python-ada')
  const unscoped = await api.createToken(deviceKey, 'without scopes')
  const headers = [`Bearer ${deviceKey}`, null, 'Token lkp_x', `Token ${unscoped.key}`]
  const [ada, ...nobody] = (await whoHolds(origin, headers)) as unknown[]
  expect(ada).toMatchObject({ username, scopes: ['read', 'write'] })
  expect(nobody).toEqual([null, null, null])
  const nowhere = `http://127.0.0.1:${await freePort()}`
  expect(await whoHolds(nowhere, headers.slice(0, 1))).toEqual(['cannot tell'])
})

it('the Python example that a new token comes with works as it is', async () => {
  const { origin } = inject('plainServer')
  const api = remoteApi(origin)
  const { deviceKey, username } = await api.newPerson('python-example')
  const { key } = await api.createToken(deviceKey, 'example')
  const [part] = snippetOf('python', { name: 'example', key, scopes: [] }, origin)
  const { stdout } = await promisify(execFile)('python3', ['-c', part?.code ?? ''])
  expect(stdout).toContain(username)
})
