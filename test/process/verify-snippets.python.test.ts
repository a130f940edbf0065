import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { freePort } from '@/scripts/test/free-port.mjs'
import { documented } from '@/test/support/documented'
import { remoteApi } from '@/test/support/remote-api'

/** What the documented function, asking the server at `origin`, returns for each of the headers; its errors by their kind. */
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

it('the documented program in Python tells who holds a key, that nobody does, and that Latchkey cannot tell', async () => {
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
