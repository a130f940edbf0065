import { APP } from '@/test/support/requests/api'
import type { AskInput } from '@/test/support/requests/ask-contract'

/** A way to present a key. */
export interface Presentation {
  name: string
  /**
   * Where the server should find the key (`basic` only if the contract admits it), or null if it should not look there.
   */
  via: 'authorization' | 'basic' | 'cookie' | null
  /** Whether something besides the key makes the request invalid. */
  isSpoilt?: true
  /** Whether the request also has a Basic header without a key. */
  hasBasic?: true
  /** Whether the request has an `Authorization` header without a key of ours. */
  hasOther?: true
  /** The pages that the request claims to come from. */
  origin?: 'own' | 'foreign'
  input(key: string): AskInput
}

const OWN = { origin: APP, 'sec-fetch-site': 'same-origin' }
const FOREIGN = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const cookie = (key: string) => ({ cookie: `theme=dark; latchkey=${key}` })

/** Valid and invalid ways to present a key. */
export const presentations: readonly Presentation[] = [
  { name: 'Token', via: 'authorization', input: (key) => ({ headers: { authorization: `Token ${key}` } }) },
  {
    name: 'bEARER with spaces',
    via: 'authorization',
    input: (key) => ({ headers: { authorization: `bEARER   ${key}` } }),
  },
  {
    name: 'Token hiding a cookie',
    via: 'authorization',
    isSpoilt: true,
    origin: 'own',
    input: (key) => ({ headers: { authorization: 'Token x', ...cookie(key), ...OWN } }),
  },
  {
    name: 'Authorization sent twice',
    via: 'authorization',
    isSpoilt: true,
    input: (key) => ({ headers: { authorization: `Token ${key}` }, context: { authorizationCount: 2 } }),
  },
  {
    name: 'Basic user',
    via: 'basic',
    isSpoilt: true,
    input: (key) => ({ headers: { authorization: basic(`${key}:`) } }),
  },
  { name: 'Basic password', via: 'basic', input: (key) => ({ headers: { authorization: basic(`user:${key}`) } }) },
  {
    name: 'Authorization without a scheme',
    via: null,
    hasOther: true,
    input: (key) => ({ headers: { authorization: key } }),
  },
  { name: 'cookie', via: 'cookie', origin: 'own', input: (key) => ({ headers: { ...cookie(key), ...OWN } }) },
  {
    name: 'cookie beside a Basic of the proxy',
    via: 'cookie',
    hasBasic: true,
    origin: 'own',
    input: (key) => ({ headers: { authorization: basic('proxy:secret'), ...cookie(key), ...OWN } }),
  },
  {
    name: 'cookie from another site',
    via: 'cookie',
    origin: 'foreign',
    input: (key) => ({ headers: { ...cookie(key), ...FOREIGN } }),
  },
  { name: 'cookie from nowhere', via: 'cookie', input: (key) => ({ headers: cookie(key) }) },
  {
    name: 'two cookies',
    via: 'cookie',
    isSpoilt: true,
    origin: 'own',
    input: (key) => ({ headers: { cookie: `latchkey=${key}; latchkey=planted`, ...OWN } }),
  },
  {
    name: 'cookie of the other name',
    via: null,
    origin: 'own',
    input: (key) => ({ headers: { cookie: `__Host-latchkey=${key}; Latchkey=${key}; token=${key}`, ...OWN } }),
  },
  {
    name: 'query',
    via: null,
    input: (key) => ({ path: `/api/v1/test?access_token=${key}&token=${key}&key=${key}` }),
  },
  {
    name: 'X-Api-Key and the like',
    via: null,
    input: (key) => ({
      headers: { 'x-api-key': key, 'x-auth-token': key, 'x-access-token': key, 'proxy-authorization': `Token ${key}` },
    }),
  },
]
