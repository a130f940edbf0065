import { sendRequest, type WireAnswer, type WireRequest } from '@/test/support/servers/send-request'

/** The password of every account in the process tests. */
export const PASSWORD = 'correct horse battery staple'

/** An account of a server under test, signed in as an app and in a browser. */
export interface Person {
  username: string
  /** The app’s key. */
  deviceKey: string
  /** The session cookie, which a browser sends with every request. */
  cookie: string
}

/** A token as the server returned it on creation. */
export interface MadeToken {
  id: string
  key: string
}

export type RemoteApi = ReturnType<typeof remoteApi>

/**
 * Returns the API of a running server as a client uses it. `appOrigin` is the origin that its browsers see. `address`
 * is the client’s, for a server that trusts this machine as its proxy.
 */
export function remoteApi(origin: string, appOrigin = origin, address?: string) {
  const forwarded = address === undefined ? {} : { 'x-forwarded-for': address }
  const send = (wire: WireRequest) => sendRequest(origin, { ...wire, headers: { ...forwarded, ...wire.headers } })
  const ask = (method: string, path: string, key: string) =>
    send({ method, path, headers: { authorization: `Token ${key}` } })
  const post = (path: string, body: unknown, headers: WireRequest['headers'] = {}) =>
    send({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const signIn = (door: string, username: string, password = PASSWORD) =>
    post(`/api/v1/auth/${door}`, { username, password }, { origin: appOrigin })
  const register = (username: string) =>
    post('/api/v1/auth/register', {
      username,
      email: `${username}@example.com`,
      password: PASSWORD,
      confirm_password: PASSWORD,
    })
  const signedIn = async (username: string): Promise<Person> => {
    const device = expectStatus(await signIn('login', username), 200)
    const session = expectStatus(await signIn('session', username), 200)
    return { username, deviceKey: device.json().key, cookie: session.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
  }
  const newPerson = async (username: string): Promise<Person> => {
    expectStatus(await register(username), 201)
    return signedIn(username)
  }
  /** Creates the first administrator of a server that was started with this setup code. */
  const newFirstAdmin = async (username: string, setupCode: string): Promise<Person> => {
    const passwords = { password: PASSWORD, confirm_password: PASSWORD }
    const body = { setup_code: setupCode, username, email: `${username}@example.com`, ...passwords }
    expectStatus(await post('/api/v1/setup', body), 201)
    return signedIn(username)
  }
  const createToken = async (key: string, name: string): Promise<MadeToken> =>
    expectStatus(await post('/api/v1/auth/tokens', { name }, { authorization: `Token ${key}` }), 201).json()
  return {
    send,
    post,
    register,
    signIn,
    signedIn,
    newPerson,
    newFirstAdmin,
    createToken,
    revoke: (key: string, id: string) => ask('DELETE', `/api/v1/auth/tokens/${id}`, key),
    verify: (key: string) => ask('GET', '/api/v1/auth/verify', key),
    get: (path: string, headers: WireRequest['headers'] = {}) => send({ path, headers }),
  }
}

function expectStatus(answer: WireAnswer, status: number): WireAnswer {
  if (answer.status === status) return answer
  throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`)
}
