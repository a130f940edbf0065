import { APP } from '@/test/support/api'
import type { AskInput } from '@/test/support/ask-contract'

/** A way of presenting a key. */
export interface Presentation {
  name: string
  /** Where the server should find it, `Basic` where the contract says so; null where it should not look. */
  via: 'authorization' | 'basic' | 'cookie' | null
  /** Something beside the key spoils it. */
  isSpoilt?: true
  /** A Basic that holds no key comes along. */
  hasBasic?: true
  /** An `Authorization` comes that holds nothing for us. */
  hasOther?: true
  /** From whose pages the request says that it comes. */
  origin?: 'own' | 'foreign'
  input(key: string): AskInput
}

const OWN = { origin: APP, 'sec-fetch-site': 'same-origin' }
const FOREIGN = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const cookie = (key: string) => ({ cookie: `theme=dark; latchkey=${key}` })

/** The right ways and the wrong ones. */
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
