import { onTestFinished } from 'vitest'
import { POST as startRoute } from '@/app/api/v1/auth/providers/[id]/start/route'
import { singletons } from '@/lib/base/singleton'
import { providersEnvironment } from '@/test/support/providers/provider-server'
import { APP, call, type Answer } from '@/test/support/requests/api'
import { withSettings } from '@/test/support/with-settings'

const OWN_PAGE = { origin: APP, 'sec-fetch-site': 'same-origin' }

/**
 * Configures providers until the running test ends: by ID, the names of their settings without the prefix. `others` are
 * further settings.
 */
export function withProviders(
  providers: Readonly<Record<string, Readonly<Record<string, string>>>>,
  others: Readonly<Record<string, string>> = {},
): void {
  // A server may get the port of an earlier one.
  singletons.delete('provider-connections')
  onTestFinished(() => void singletons.delete('provider-connections'))
  const environment = providersEnvironment(providers)
  forgetOthers(environment)
  withSettings({ ...environment, ...others })
}

/** Removes the settings of providers that an earlier call configured. They would belong to no provider now. */
function forgetOthers(environment: Readonly<Record<string, string>>): void {
  const before = Object.entries(process.env).filter(([name]) => name.startsWith('PROVIDER_') && !(name in environment))
  for (const [name] of before) Reflect.deleteProperty(process.env, name)
  onTestFinished(() => void Object.assign(process.env, Object.fromEntries(before)))
}

/** Sends the request that starts a visit to a provider, as our pages do. */
export function startVisit(
  id: string,
  body: Readonly<Record<string, unknown>> = {},
  options: { session?: string } = {},
): Promise<Answer> {
  return call(startRoute, { ...options, params: { id }, body, headers: OWN_PAGE })
}

/** Where a visit to a provider has led a browser. */
export interface Visit {
  authorizationUrl: string
  /** The value of the cookie that binds the visit to the browser. */
  cookie: string
  /** What the provider put into the address of the callback page, with its “?”. */
  query: string
}

/**
 * Starts a visit and walks through the pages of the provider, as a browser does.
 * @returns what the browser has when the provider sends it back
 */
export async function signInAtProvider(
  id: string,
  body: Readonly<Record<string, unknown>> = {},
  options: { session?: string } = {},
): Promise<Visit> {
  const answer = await startVisit(id, body, options)
  if (answer.status !== 200) throw new Error(`The visit could not be started: ${answer.text}`)
  const authorizationUrl = String(answer.json.authorization_url)
  return { authorizationUrl, cookie: journeyCookieOf(answer), query: await walkThrough(authorizationUrl) }
}

/** Returns the value of the cookie that a start sets. */
export function journeyCookieOf({ headers }: Answer): string {
  const line = headers.getSetCookie().find((text) => text.startsWith('latchkey-journey='))
  return line?.split(';')[0]?.slice('latchkey-journey='.length) ?? ''
}

/** Follows the redirects of a provider with its cookies, and returns the query with which it sends the browser back. */
export async function walkThrough(authorizationUrl: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = new URL(authorizationUrl)
  const { origin } = url
  for (let step = 0; step < 10; step += 1) {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await fetch(url, { headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`The provider shows a page: ${answer.status} ${await answer.text()}`)
    url = new URL(location, url)
    if (url.origin !== origin) return url.search
  }
  throw new Error('The provider redirects without end')
}
