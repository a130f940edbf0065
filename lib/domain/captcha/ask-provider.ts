import * as z from 'zod'
import { request as requestByHttp, type IncomingMessage } from 'node:http'
import { request as requestByHttps } from 'node:https'
import type { CaptchaSettings } from '@/lib/domain/captcha/captcha-settings'

const LIMIT_MS = 3000
const ANSWER_BYTES_MAX = 64 * 1024

const providerAnswer = z.object({
  success: z.boolean(),
  hostname: z.string().optional(),
  action: z.string().optional(),
  score: z.number().optional(),
  challenge_ts: z.string().optional(),
  'error-codes': z.array(z.string()).optional(),
})

/** The provider's verdict on a captcha answer. */
export type ProviderAnswer = z.infer<typeof providerAnswer>

/**
 * Asks the provider to verify an answer. Allows three seconds in total and 64 KiB, no redirects and no compression.
 * @throws Error if there is no readable response
 */
export async function askProvider(
  { verifyUrl, secret }: Pick<CaptchaSettings, 'verifyUrl' | 'secret'>,
  response: string,
  address: string | null,
): Promise<ProviderAnswer> {
  const form = new URLSearchParams({ secret, response, ...(address !== null && { remoteip: address }) }).toString()
  const signal = AbortSignal.timeout(LIMIT_MS)
  const answer = await post(verifyUrl, form, signal)
  if (answer.statusCode !== 200) {
    throw new Error(`The captcha provider responded with status ${String(answer.statusCode)}`)
  }
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new Error(`The captcha provider responded with content encoding ${encoding}`)
  return providerAnswer.parse(JSON.parse(await textOf(answer)))
}

/** Uses Node's own client, which follows no redirect and decodes nothing by itself. */
async function post(url: URL, form: string, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestByHttps : requestByHttp
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(form),
    'accept-encoding': 'identity',
    accept: 'application/json',
  }
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers, signal, agent: false }, resolve).on('error', reject).end(form)
  })
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > ANSWER_BYTES_MAX) throw new Error('The captcha provider sent too large a response')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
