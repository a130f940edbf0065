import { expect, it } from 'vitest'
import { documented } from '@/test/support/documented'
import { remoteApi } from '@/test/support/remote-api'
import { startForTest } from '@/test/support/start-for-test'

type WhoHolds = (authorization?: string) => Promise<{ username: string } | null>

it('the documented program in JavaScript tells who holds a key, that nobody does, and that Latchkey cannot tell', async () => {
  const server = await startForTest()
  const api = remoteApi(server.origin)
  const { deviceKey } = await api.newPerson('ada')
  const program = documented('js', { 'http://127.0.0.1:3000': server.origin })
  const { whoHolds } = (await import(`data:text/javascript,${encodeURIComponent(program)}`)) as { whoHolds: WhoHolds }
  expect(await whoHolds(`Bearer ${deviceKey}`)).toMatchObject({ username: 'ada', scopes: ['read', 'write'] })
  const unscoped = await api.createToken(deviceKey, 'without scopes')
  for (const nobody of [undefined, 'Token lkp_x', `Token ${unscoped.key}`]) expect(await whoHolds(nobody)).toBeNull()
  await server.kill()
  await expect(whoHolds(`Bearer ${deviceKey}`)).rejects.toThrow()
})
