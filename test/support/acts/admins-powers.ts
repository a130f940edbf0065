import type { Person, RemoteApi } from '@/test/support/servers/remote-api'

/** An administrator with a credential of each kind. */
export interface Powers extends Person {
  personalKey: string
  access: string
  refresh: string
}

/** Creates a key that a service uses for introspection: an administrator’s personal token with that scope. */
export const newIntrospector = (api: RemoteApi, admin: Person) => newScopedKey(api, admin, ['introspect'])

async function newScopedKey(api: RemoteApi, { deviceKey }: Person, scopes: string[]): Promise<string> {
  const body = { name: scopes.join(), scopes }
  return (await api.post('/api/v1/auth/tokens', body, { authorization: `Token ${deviceKey}` })).json().key
}

/** Creates a credential of each kind for an administrator. */
export async function newPowers(api: RemoteApi, admin: Person): Promise<Powers> {
  const { access, refresh } = (await api.signIn('jwt/create', admin.username)).json()
  return { ...admin, personalKey: await newScopedKey(api, admin, ['admin']), access, refresh }
}

/** Returns how an instance currently treats an administrator’s credentials. */
export async function lookAt(api: RemoteApi, powers: Powers, introspector: string) {
  const { deviceKey, personalKey, cookie, access } = powers
  const get = (path: string, key: string, scheme = 'Token') => api.get(path, { authorization: `${scheme} ${key}` })
  const [device, personal] = [await api.verify(deviceKey), await api.verify(personalKey)]
  const own = await get('/api/v1/auth/user', deviceKey)
  return {
    device: [device.status, device.json().is_admin, device.headers['remote-groups']],
    personal: [personal.status, personal.json().scopes],
    ownAccount: [own.status, own.json().is_admin],
    ownAccountByJwt: (await get('/api/v1/auth/user', access, 'Bearer')).status,
    jwt: (await api.post('/api/v1/auth/token-verify', { token: access })).status,
    refresh: await refreshed(api, powers),
    introspected: await Promise.all(
      [deviceKey, personalKey, access].map((key) => introspected(api, introspector, key)),
    ),
    adminApi: [await get('/api/v1/admin/users', deviceKey), await get('/api/v1/admin/users', personalKey)].map(
      statusOf,
    ),
    page: (await api.get('/admin/users', { cookie })).status,
  }
}

const statusOf = ({ status }: { status: number }) => status

/** Renews the JWTs and stores the new refresh token for the next round. */
async function refreshed(api: RemoteApi, powers: Powers): Promise<number> {
  const answer = await api.post('/api/v1/auth/token-refresh', { refresh: powers.refresh })
  if (answer.status === 200) powers.refresh = answer.json().refresh
  return answer.status
}

async function introspected(api: RemoteApi, introspector: string, token: string): Promise<string | null> {
  const { active, scope } = (
    await api.post('/api/v1/auth/introspect', { token }, { authorization: `Token ${introspector}` })
  ).json()
  return active === true ? (scope ?? '') : null
}

/** The result of `lookAt` for an active administrator. */
export const IN_POWER = {
  device: [200, true, 'admins'],
  personal: [200, ['admin']],
  ownAccount: [200, true],
  ownAccountByJwt: 200,
  jwt: 200,
  refresh: 200,
  introspected: ['read write', 'admin', 'read write'],
  adminApi: [200, 200],
  page: 200,
}

/** The result of `lookAt` for a demoted administrator. */
export const DEMOTED = {
  ...IN_POWER,
  device: [200, false, ''],
  personal: [200, []],
  ownAccount: [200, false],
  introspected: ['read write', '', 'read write'],
  adminApi: [403, 403],
  page: 404,
}

/** The result of `lookAt` for a deactivated administrator. */
export const DEACTIVATED = {
  device: [401, undefined, undefined],
  personal: [401, undefined],
  ownAccount: [401, undefined],
  ownAccountByJwt: 401,
  jwt: 401,
  refresh: 401,
  introspected: [null, null, null],
  adminApi: [401, 401],
  page: 307,
}
