import Database from 'better-sqlite3'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf, generateKey } from '@/lib/keys/token-key'
import { DEACTIVATED, DEMOTED, IN_POWER, lookAt, newIntrospector, newPowers } from '@/test/support/acts/admins-powers'
import { remoteApi, type MadeToken, type RemoteApi } from '@/test/support/servers/remote-api'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const ROUNDS = 50

describe.each(['off', 'memory'])(
  'with TOKEN_CACHE=%s, a change that another program commits to the same SQLite file',
  (cache) => {
    let server: ServerProcess
    let api: RemoteApi
    let token: MadeToken
    let file: Database.Database

    beforeAll(async () => {
      server = await startServer({ env: { TOKEN_CACHE: cache } })
      api = remoteApi(server.origin)
      token = await api.createToken((await api.newPerson('ada')).deviceKey, 'shared')
      file = new Database(path.join(server.dataDir, 'latchkey.db'))
    }, 60_000)
    afterAll(async () => {
      file.close()
      await server.stop('SIGINT')
    })

    const codeOf = async (key: string) => (await api.verify(key)).json().code ?? 'live'
    const change = (sql: string, ...values: unknown[]) => file.prepare(sql).run(...values)

    it('takes effect on the very next request, every time', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        expect(await codeOf(token.key)).toBe('live')
        change('UPDATE token SET revoked_at = created_at WHERE id = ?', token.id)
        expect(await codeOf(token.key)).toBe('token_revoked')
        change('UPDATE token SET revoked_at = NULL WHERE id = ?', token.id)
        expect(await codeOf(token.key)).toBe('live')
        change('UPDATE account SET is_active = 0')
        expect(await codeOf(token.key)).toBe('owner_inactive')
        change('UPDATE account SET is_active = 1')
      }
    })

    it('withdraws an administrator’s rights everywhere on demotion, and all rights on deactivation', async () => {
      const [chief, eva] = [await api.newPerson('chief'), await api.newPerson('eva')]
      const set = (column: string, value: number, username: string) =>
        change(`UPDATE account SET ${column} = ? WHERE username = ?`, value, username)
      for (const { username } of [chief, eva]) set('is_admin', 1, username)
      const [introspector, powers] = [await newIntrospector(api, chief), await newPowers(api, eva)]
      for (let round = 0; round < 2; round += 1) {
        expect(await lookAt(api, powers, introspector)).toEqual(IN_POWER)
        set('is_admin', 0, 'eva')
        expect(await lookAt(api, powers, introspector)).toEqual(DEMOTED)
        set('is_admin', 1, 'eva')
        expect(await lookAt(api, powers, introspector)).toEqual(IN_POWER)
        set('is_active', 0, 'eva')
        expect(await lookAt(api, powers, introspector)).toEqual(DEACTIVATED)
        set('is_active', 1, 'eva')
      }
    })

    it('makes a previously unknown key valid', async () => {
      const key = generateKey('personal')
      expect(await codeOf(key)).toBe('token_unknown')
      change('UPDATE token_secret SET digest = ? WHERE token_id = ?', digestOf(key), token.id)
      expect([await codeOf(key), await codeOf(token.key)]).toEqual(['live', 'token_unknown'])
    })
  },
)
