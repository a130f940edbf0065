import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { documented } from '@/test/support/documented'
import { remoteApi } from '@/test/support/remote-api'
import { startForTest } from '@/test/support/start-for-test'

/** What the documented function returns for each of the headers; its errors by their kind. */
async function whoHolds(program: string, headers: readonly (string | null)[]): Promise<unknown> {
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
  const server = await startForTest()
  const api = remoteApi(server.origin)
  const { deviceKey } = await api.newPerson('ada')
  const unscoped = await api.createToken(deviceKey, 'without scopes')
  const program = documented('python', { 'http://127.0.0.1:3000': server.origin })
  const headers = [`Bearer ${deviceKey}`, null, 'Token lkp_x', `Token ${unscoped.key}`]
  const [ada, ...nobody] = (await whoHolds(program, headers)) as unknown[]
  expect(ada).toMatchObject({ username: 'ada', scopes: ['read', 'write'] })
  expect(nobody).toEqual([null, null, null])
  await server.kill()
  expect(await whoHolds(program, headers.slice(0, 1))).toEqual(['cannot tell'])
})
