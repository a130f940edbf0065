import { pageScores } from '@/bench/lighthouse'
import { scriptBytes } from '@/bench/script-bytes'
import { seedManyTokens } from '@/bench/seed-many-tokens'
import type { BenchContext, Section } from '@/bench/support/scenario'
import { remoteApi } from '@/test/support/servers/remote-api'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'
import path from 'node:path'
import Database from 'better-sqlite3'

const TOKENS = 10_000
const WARM_UPS = 10
const REQUESTS = 50
const ROUNDS = 5
const GOALS = { medianMs: 200, kilobytes: 200, accessibility: 100, performance: 90 } as const

/** The token pages to measure, with their names in the report. */
const LISTS = [
  ['/settings/tokens', 'active'],
  ['/settings/tokens?show=ended', 'ended'],
  ['/settings/tokens?sort=-last_used_at', 'by last use'],
  ['/settings/tokens?q=token-77', 'searched for'],
] as const

/** A provider whose pages are measured. Nothing asks it. */
const PROVIDER = {
  PROVIDERS: 'acme',
  PROVIDER_ACME_CLIENT_ID: 'latchkey',
  PROVIDER_ACME_ISSUER: 'http://localhost:9',
} as const

const SCORED = [
  '/settings/tokens',
  '/settings/devices',
  '/settings/security',
  '/settings/profile',
  '/login',
  '/login/callback/acme',
  '/join',
  '/device',
] as const
const WEIGHED = [...SCORED, '/settings/tokens/new', '/register', '/forgot-password', '/reset-password', '/docs/api']
const OF_ADMINISTRATORS = [
  '/admin',
  '/admin/users',
  '/admin/users/[id]',
  '/admin/users/invites',
  '/admin/tokens',
  '/admin/audit',
]

/**
 * Measures how fast the token page answers for an account with 10,000 tokens, how much script each page sends, and the
 * Lighthouse scores of the main pages. Throws when a goal is missed.
 */
export async function run({ say }: BenchContext): Promise<Section> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn', TOKENS_PER_USER: '20000', ...PROVIDER } })
  try {
    const api = remoteApi(server.origin)
    const { username, cookie } = await api.newPerson('many-tokens')
    const administrator = await api.newPerson('an-administrator')
    makeAdministrator(server, administrator.username)
    seedManyTokens(server, username, TOKENS)
    const missed: string[] = []
    const times: string[] = []
    for (const [path, shown] of LISTS) {
      const { median, highest } = await answerTimes(server.origin + path, cookie)
      times.push(`| ${shown} | ${median} ms | ${highest} ms |`)
      say(times.at(-1) ?? '')
      if (median >= GOALS.medianMs) missed.push(`${path} takes ${median} ms`)
    }
    const pages: string[] = []
    const cookies = { settings: cookie, admin: administrator.cookie }
    const { id } = (await api.get('/api/v1/auth/user', { cookie })).json() as { id: string }
    for (const path of [...WEIGHED, ...OF_ADMINISTRATORS]) {
      const { row, misses } = await weigh(path, server.origin + path.replace('[id]', id), cookieFor(path, cookies))
      say(row)
      pages.push(row)
      missed.push(...misses)
    }
    if (missed.length > 0) throw new Error(`Goals were missed: ${missed.join(', ')}`)
    const markdown = [
      `An account with ${TOKENS} tokens. ${REQUESTS} requests one after the other, complete responses over loopback, the fastest of up to ${ROUNDS} rounds. Goal: a median below ${GOALS.medianMs} ms.`,
      ['| Tokens | median | 95th percentile |', '| --- | --- | --- |', ...times].join('\n'),
      `Script that a browser with an empty cache loads until the page is idle (compressed bodies, without response headers), and Lighthouse scores on an average phone: the best of up to ten runs. Goals: less than ${GOALS.kilobytes} kB of script, a performance score of at least ${GOALS.performance}, and an accessibility score of ${GOALS.accessibility}.`,
      ['| Page | script | performance | accessibility |', '| --- | --- | --- | --- |', ...pages].join('\n'),
    ].join('\n\n')
    return { title: 'Pages', markdown }
  } finally {
    await server.stop()
  }
}

function cookieFor(path: string, cookies: { settings: string; admin: string }): string {
  if (path.startsWith('/settings') || path === '/device') return cookies.settings
  return path.startsWith('/admin') ? cookies.admin : ''
}

/**
 * Returns the fastest round, and stops once a round meets the goal: other load on the machine only ever slows answers.
 */
async function answerTimes(address: string, cookie: string): Promise<{ median: number; highest: number }> {
  let calmest = await timesOfRound(address, cookie)
  for (let rounds = 1; rounds < ROUNDS && calmest.median >= GOALS.medianMs; rounds += 1) {
    const round = await timesOfRound(address, cookie)
    if (round.median < calmest.median) calmest = round
  }
  return calmest
}

async function timesOfRound(address: string, cookie: string): Promise<{ median: number; highest: number }> {
  const times: number[] = []
  for (let index = 0; index < WARM_UPS + REQUESTS; index += 1) {
    const begin = performance.now()
    const answer = await fetch(address, { headers: { cookie } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
    if (index >= WARM_UPS) times.push(performance.now() - begin)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0)
  return { median: at(0.5), highest: at(0.95) }
}

async function weigh(path: string, address: string, cookie: string): Promise<{ row: string; misses: string[] }> {
  const kilobytes = Math.round((await scriptBytes(address, cookie)) / 1000)
  const misses = kilobytes < GOALS.kilobytes ? [] : [`${path} sends ${kilobytes} kB`]
  if (!SCORED.some((scored) => scored === path)) return { row: `| ${path} | ${kilobytes} kB | | |`, misses }
  const { performance, accessibility } = await pageScores(address, cookie, GOALS.performance)
  if (performance < GOALS.performance) misses.push(`${path} has ${performance} for performance`)
  if (accessibility < GOALS.accessibility) misses.push(`${path} has ${accessibility} for accessibility`)
  return { row: `| ${path} | ${kilobytes} kB | ${performance} | ${accessibility} |`, misses }
}

/** Makes an account an administrator by writing to the database of its running server. */
function makeAdministrator({ dataDir }: ServerProcess, username: string): void {
  const database = new Database(path.join(dataDir, 'latchkey.db'), { timeout: 10_000 })
  try {
    database.prepare('UPDATE account SET is_admin = 1 WHERE username = ?').run(username)
  } finally {
    database.close()
  }
}
