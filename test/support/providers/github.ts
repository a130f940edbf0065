import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { json, sendBack } from '@/test/support/providers/hostile-issuer'
import { CLIENT, startProviderServer, type ProviderServer } from '@/test/support/providers/provider-server'

/** A person at GitHub. */
export interface GitHubUser {
  id: number
  login: string
  name: string | null
  /** The address in the profile, which may be any text. */
  email?: string | null
  emails: readonly { email: string; primary: boolean; verified: boolean }[]
}

/** An imitation of GitHub’s endpoints for OAuth apps. */
export interface GitHub extends ProviderServer {
  site: string
  /** Who signs in next. */
  says(user: GitHubUser): void
  /** What the callback names as the issuer; null for nothing, as before 2026. */
  namesIssuer(issuer: string | null): void
  /** Whether the next person cancels instead. */
  cancels(isCancelled: boolean): void
  /** The parameters with which it was opened, oldest first. */
  visits: readonly URLSearchParams[]
}

const OCTOCAT: GitHubUser = {
  id: 583_231,
  login: 'octocat',
  name: 'Mona Lisa Octocat',
  email: 'profile@example.org',
  emails: [
    { email: 'old@example.com', primary: false, verified: true },
    { email: 'mona@example.com', primary: true, verified: true },
  ],
}

/** Starts an imitation of a GitHub Enterprise server, whose endpoints are those of github.com under one site. */
export async function startGitHub(): Promise<GitHub> {
  let user = OCTOCAT
  let issuer: string | null | undefined
  let isCancelled = false
  const visits: URLSearchParams[] = []
  const codes = new Map<string, URLSearchParams>()
  const server = await startProviderServer('/login/oauth/access_token', (site) => (request, response) => {
    const url = new URL(request.url ?? '/', site)
    switch (url.pathname) {
      case '/login/oauth/authorize': {
        visits.push(url.searchParams)
        const named = issuer === undefined ? `${site}/login/oauth` : issuer
        const iss = named === null ? {} : { iss: named }
        if (isCancelled) return cancel(response, url, iss)
        const code = randomUUID()
        codes.set(code, url.searchParams)
        return sendBack(response, url, { code, ...iss })
      }
      case '/login/oauth/access_token':
        return void exchange(request, response, codes)
      case '/api/v3/user':
        return isAuthorized(request) ? json(response, { ...user, emails: undefined }) : json(response, {}, 401)
      case '/api/v3/user/emails':
        return isAuthorized(request) ? json(response, user.emails) : json(response, {}, 401)
      default:
        response.writeHead(404).end()
    }
  })
  return {
    ...server,
    site: server.origin,
    visits,
    says: (next) => (user = next),
    namesIssuer: (next) => (issuer = next),
    cancels: (next) => (isCancelled = next),
  }
}

function cancel(response: ServerResponse, { searchParams }: URL, iss: Record<string, string>): void {
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  const error = { error: 'access_denied', error_description: 'The user has denied your application access.' }
  for (const [name, value] of Object.entries({ ...error, ...iss })) back.searchParams.set(name, value)
  back.searchParams.set('state', searchParams.get('state') ?? '')
  response.writeHead(302, { location: back.href }).end()
}

/** GitHub reports errors with status 200, and answers in JSON only to those who ask for it. */
async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  codes: Map<string, URLSearchParams>,
): Promise<void> {
  const form = new URLSearchParams(await text(request))
  const visit = codes.get(form.get('code') ?? '')
  codes.delete(form.get('code') ?? '')
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  if (request.headers.accept !== 'application/json') return void response.writeHead(200).end('access_token=x')
  if (form.get('client_id') !== CLIENT.id || form.get('client_secret') !== CLIENT.secret) {
    json(response, { error: 'incorrect_client_credentials' })
    return
  }
  const isRight =
    visit?.get('code_challenge') === challenge &&
    visit.get('code_challenge_method') === 'S256' &&
    visit.get('redirect_uri') === form.get('redirect_uri')
  if (!isRight) {
    json(response, { error: 'bad_verification_code' })
    return
  }
  json(response, { access_token: 'gho_token', token_type: 'bearer', scope: 'read:user,user:email' })
}

const isAuthorized = ({ headers }: IncomingMessage) => headers.authorization === 'Bearer gho_token'
