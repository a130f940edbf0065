import { readdirSync } from 'node:fs'
import '@/test/support/test-settings'
import type { Account } from '@/lib/domain/accounts/account-store'
import { contracts } from '@/lib/edge/contracts'
import type { Contract, CredentialKind } from '@/lib/base/contract'
import { methodOf, titleOf } from '@/test/support/requests/contract-routes'
import type { WireRequest } from '@/test/support/servers/send-request'
import { validBody } from '@/test/support/requests/valid-input'

/** An account with every kind of credential, all valid. */
export interface Holder {
  id: string
  username: string
  email: string
  origin: string
  keys: Record<CredentialKind, string>
  refresh: string
}

/** A request that needs the database, with its title. */
export type TitledRequest = [title: string, wire: WireRequest]

const PROVIDER_ID = 'acme'

/** The settings of a provider that cannot be reached. */
export const PROVIDER_SETTINGS = {
  PROVIDERS: PROVIDER_ID,
  PROVIDER_ACME_CLIENT_ID: 'latchkey',
  PROVIDER_ACME_ISSUER: 'http://127.0.0.1:1',
}

/** Endpoints that answer without the database. */
const WITHOUT_DATABASE = ['/api/health/live', '/api/v1/openapi.json', '/.well-known/oauth-authorization-server']

/** Returns a request to every contract that needs the database, with each kind of credential that it admits. */
export function requestsOf(holder: Holder): TitledRequest[] {
  const meant = contracts.filter(({ path }) => !WITHOUT_DATABASE.includes(path))
  return meant.flatMap((contract) =>
    waysToAsk(contract).map((kind): TitledRequest => {
      const title = `${titleOf(contract)}${kind === null ? '' : `, ${kind}`}`
      return [title, requestOf(contract, kind, holder)]
    }),
  )
}

/** Returns the kinds of credential to send; null for none. */
function waysToAsk({ auth, sessionOptional }: Contract): readonly (CredentialKind | null)[] {
  if (auth === 'public') return [null]
  return sessionOptional ? [null, ...auth] : auth
}

function requestOf(contract: Contract, kind: CredentialKind | null, holder: Holder): WireRequest {
  const account = { id: holder.id, username: holder.username, email: holder.email } as Account
  const body = contract.body && { ...validBody(contract, account), ...secretsFor(contract, holder) }
  const headers = {
    ...credentialOf(kind, holder),
    ...(contract.setsCookie && { origin: holder.origin }),
    ...(body && { 'content-type': 'application/json' }),
  }
  const path = contract.path.replace('/providers/{id}', `/providers/${PROVIDER_ID}`).replace(/\{\w+\}/, holder.id)
  return { method: methodOf(contract), path, headers, ...(body && { body: JSON.stringify(body) }) }
}

/** Returns well-formed secrets, so that the server looks them up in the database. */
function secretsFor({ path }: Contract, { keys, refresh }: Holder): Record<string, string> {
  if (path.endsWith('/token-verify')) return { token: keys.access }
  if (path.endsWith('/token-refresh')) return { refresh }
  if (/\/auth\/(?:revoke|introspect)$/.test(path)) return { token: keys.personal }
  return path.endsWith('/tokens/find') ? { key: keys.personal } : {}
}

function credentialOf(kind: CredentialKind | null, { keys, origin }: Holder): Record<string, string> {
  if (kind === null) return {}
  return kind === 'session' ? { cookie: keys.session, origin } : { authorization: `Bearer ${keys[kind]}` }
}

/** Returns the paths of all pages, by whether they load without the database. */
export function pagesBy(id: string): { dependent: string[]; independent: string[] } {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|\/)page\.tsx$/.test(file),
  )
  const pathOf = (file: string) => {
    const shown = file
      .split('/')
      .slice(0, -1)
      .filter((part) => !part.startsWith('('))
    const parameter = shown.includes('callback') ? PROVIDER_ID : id
    return `/${shown.map((part) => (part.startsWith('[') ? parameter : part)).join('/')}`
  }
  const isIndependent = (file: string) => /^\((?:auth|docs)\)\/(?!setup\/)/.test(file)
  return {
    dependent: files.filter((file) => !isIndependent(file)).map(pathOf),
    independent: files.filter(isIndependent).map(pathOf),
  }
}
