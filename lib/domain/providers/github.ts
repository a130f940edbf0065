import * as oidc from 'openid-client'
import * as z from 'zod'
import { outboundError } from '@/lib/base/outbound/outbound-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { providerFailed } from '@/lib/domain/providers/provider-failed'

const PUBLIC_SITE = 'https://github.com'
const PUBLIC_API = 'https://api.github.com'

const gitHubUser = z.object({
  id: z.int().positive(),
  login: z.string(),
  name: z.string().nullish(),
})

const gitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/** What GitHub says about a person. */
export interface GitHubPerson {
  /** The numeric ID. A login can be given up, and then taken by another person. */
  id: number
  login: string
  name: string
  /** The primary address, and only if GitHub has verified it. */
  email: string | null
}

/**
 * Returns GitHub’s endpoints in the form of OpenID Connect metadata. GitHub names this issuer in the callback (RFC
 * 9207), and a GitHub Enterprise server does the same with its own site.
 */
export function gitHubMetadata({ issuer: site }: ProviderSettings) {
  return {
    issuer: `${site}/login/oauth`,
    authorization_endpoint: `${site}/login/oauth/authorize`,
    token_endpoint: `${site}/login/oauth/access_token`,
    userinfo_endpoint: `${apiOf(site)}/user`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  }
}

const apiOf = (site: string) => (site === PUBLIC_SITE ? PUBLIC_API : `${site}/api/v3`)

/** Reads who an access token belongs to. The token is used for nothing else and not stored. */
export async function readGitHubPerson(
  { issuer: site }: ProviderSettings,
  client: oidc.Configuration,
  accessToken: string,
): Promise<GitHubPerson> {
  const ask = async (path: string): Promise<unknown> => {
    const headers = new Headers({
      accept: 'application/vnd.github+json',
      'user-agent': 'latchkey',
      'x-github-api-version': '2022-11-28',
    })
    const url = new URL(`${apiOf(site)}${path}`)
    const answer = await oidc.fetchProtectedResource(client, accessToken, url, 'GET', null, headers)
    if (answer.status >= 500 || answer.status === 429) throw outboundError(`${path} has status ${answer.status}`)
    if (answer.status !== 200) throw providerFailed(new Error(`${path} has status ${answer.status}`))
    return answer.json()
  }
  const { id, login, name } = gitHubUser.parse(await ask('/user'))
  const emails = gitHubEmails.parse(await ask('/user/emails?per_page=100'))
  // The address in the profile may be any text, so only this list counts.
  const email = emails.find(({ primary, verified }) => primary && verified)?.email ?? null
  return { id, login, name: name ?? '', email }
}
