import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

const SECRET = 'the-secret-of-the-site'

/** How the provider judges an answer. Fields left out default to success. */
export type CaptchaVerdict = Record<string, unknown> | ((response: ServerResponse) => void)

/** A server that implements the siteverify protocol. */
export interface CaptchaServer {
  url: string
  /** The requests received so far. */
  asked: readonly URLSearchParams[]
  says(verdict: CaptchaVerdict): void
  close(): Promise<void>
}

/** Starts a siteverify server on a free port, for pages on this machine. */
export async function startCaptchaServer(): Promise<CaptchaServer> {
  const asked: URLSearchParams[] = []
  let verdict: CaptchaVerdict = {}
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await text(request))
    asked.push(form)
    if (typeof verdict === 'function') {
      verdict(response)
      return
    }
    const right = { success: true, hostname: 'localhost', challenge_ts: new Date().toISOString() }
    const refused = { success: false, 'error-codes': ['invalid-input-secret'] }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(form.get('secret') === SECRET ? { ...right, ...verdict } : refused))
  }
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`,
    asked,
    says: (next) => {
      verdict = next
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Returns the settings of a deployment that requires a captcha. */
export function captchaEnvironment({ url }: CaptchaServer, provider: string): Record<string, string> {
  return {
    CAPTCHA_PROVIDER: provider,
    CAPTCHA_SITE_KEY: 'site-key',
    CAPTCHA_SECRET: SECRET,
    CAPTCHA_VERIFY_URL: url,
  }
}
