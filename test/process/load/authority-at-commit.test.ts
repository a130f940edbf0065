import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contracts, isMutating } from '@/lib/edge/contracts'
import type { Contract } from '@/lib/base/contract'
import { titleOf } from '@/test/support/requests/contract-routes'
import { openConnection, parseAnswer } from '@/test/support/servers/raw-connection'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import type { WireAnswer } from '@/test/support/servers/send-request'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const NEW_PASSWORD = 'nine lanterns over the quiet harbour'
const UNKNOWN_ID = '01890000-0000-7000-8000-000000000000'

const byDevice = contracts.filter(
  (contract) => isMutating(contract) && contract.auth !== 'public' && contract.auth.includes('device'),
)

/** Node.js’s reply to `Expect: 100-continue` when it passes a request on. */
const PASSED_ON = 'HTTP/1.1 100 Continue\r\n\r\n'

/**
 * Sends a request up to the middle of its body and waits until the server works on it. The returned function sends the
 * rest and resolves with the answer.
 */
async function begin(origin: string, { method, path }: Contract, key: string | null, body: object) {
  const connection = await openConnection(origin)
  const text = JSON.stringify(body)
  const head = [
    `${method} ${path.replace('{id}', UNKNOWN_ID)} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    'Expect: 100-continue',
    'Content-Type: application/json',
    `Content-Length: ${text.length}`,
    ...(key === null ? [] : [`Authorization: Token ${key}`]),
  ]
  connection.write(`${head.join('\r\n')}\r\n\r\n${text.slice(0, text.length / 2)}`)
  await connection.until(new RegExp(`^${PASSED_ON}`))
  return async (): Promise<WireAnswer> => {
    connection.write(text.slice(text.length / 2))
    return parseAnswer((await connection.untilClosed()).slice(PASSED_ON.length))
  }
}

describe.each(databaseKinds)('on %s, a request whose body is still arriving', (kind) => {
  let place: ScratchPlace
  let servers: ServerProcess[]
  let here: string
  let there: RemoteApi
  let chief: Person

  beforeAll(async () => {
    place = await newScratchPlace(kind)
    const options = { ...place.options, env: { SETUP_CODE: 'a-code-for-this-test', ADDRESS_LIMIT_PER_MINUTE: '1000' } }
    servers = [await startServer(options)]
    // Only one process can use a SQLite database.
    if (kind === 'postgresql') servers.push(await startServer(options))
    here = servers[0]?.origin ?? ''
    there = remoteApi(servers.at(-1)?.origin ?? '')
    chief = await there.newFirstAdmin('chief', 'a-code-for-this-test')
  })
  afterAll(async () => {
    for (const server of servers) await server.kill()
    await place.remove()
  })

  const ask = (method: string, path: string, body: object, { deviceKey }: Person = chief) =>
    there.send({
      method,
      path,
      headers: { authorization: `Token ${deviceKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const idOf = async (person: Person) => (await ask('GET', '/api/v1/auth/user', {}, person)).json().id as string

  it.each([
    ['is revoked with everything of its account', 'revoked', 401, 'token_revoked'],
    ['loses its account', 'deactivated', 401, 'token_revoked'],
    ['is demoted', 'demoted', 403, 'admin_required'],
  ] as const)(
    'is rejected at every endpoint when its token %s on the other instance',
    async (_, loss, status, code) => {
      const person = await there.newPerson(`${loss}-one`)
      const user = `/api/v1/admin/users/${await idOf(person)}`
      expect((await ask('PATCH', user, { is_admin: true })).status).toBe(200)
      const meant = loss === 'demoted' ? byDevice.filter(({ role }) => role === 'admin') : byDevice
      const requests = await Promise.all(meant.map((contract) => begin(here, contract, person.deviceKey, { x: 'y' })))
      const taken = {
        revoked: () => ask('POST', `${user}/revoke-tokens`, {}),
        deactivated: () => ask('PATCH', user, { is_active: false }),
        demoted: () => ask('PATCH', user, { is_admin: false }),
      }
      expect((await taken[loss]()).status).toBe(200)
      const answers = await Promise.all(requests.map((finish) => finish()))
      const seen = answers.map((answer, index) => [titleOf(meant[index]!), answer.status, answer.json().code])
      expect(seen).toEqual(meant.map((contract) => [titleOf(contract), status, code]))
    },
  )

  it('does not sign in with a password that was changed on the other instance', async () => {
    const person = await there.newPerson('changed-one')
    const doors = ['login', 'token', 'jwt/create', 'non-expiring-token']
    const credentials = { username: person.username, password: PASSWORD }
    const requests = await Promise.all(
      doors.map((door) => {
        const body = door === 'non-expiring-token' ? { ...credentials, token_name: 'late' } : credentials
        return begin(here, { method: 'POST', path: `/api/v1/auth/${door}` } as Contract, null, body)
      }),
    )
    const passwords = { old_password: PASSWORD, new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
    expect((await ask('POST', '/api/v1/auth/password/change', passwords, person)).status).toBe(200)
    const answers = await Promise.all(requests.map((finish) => finish()))
    expect(answers.map(({ status }) => status)).toEqual(doors.map(() => 401))
  })
})
