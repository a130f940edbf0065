import { pageScores } from '@/bench/lighthouse'
import { scriptBytes } from '@/bench/script-bytes'
import { seedManyTokens } from '@/bench/seed-many-tokens'
import { remoteApi } from '@/test/support/remote-api'
import { startServer } from '@/test/support/server-process'

const TOKENS = 10_000
const WARM_UPS = 10
const REQUESTS = 50

interface Section {
  title: string
  markdown: string
}

/** The pages of tokens, and what each shows of the ten thousand. */
const PAGES = [
  ['/settings/tokens', 'active'],
  ['/settings/tokens?show=ended', 'ended'],
  ['/settings/tokens?sort=-last_used_at', 'by last use'],
  ['/settings/tokens?q=token-77', 'searched for'],
] as const

/** How fast the token page of somebody with ten thousand tokens is, how much script it sends, and what Lighthouse makes of it. */
export async function run(): Promise<Section> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn', TOKENS_PER_USER: '20000' } })
  try {
    const { username, cookie } = await remoteApi(server.origin).newPerson('many-tokens')
    seedManyTokens(server, username, TOKENS)
    const rows: string[] = []
    for (const [page, shown] of PAGES) {
      const { median, highest } = await answerTimes(server.origin + page, cookie)
      rows.push(`| ${shown} | ${median} ms | ${highest} ms |`)
    }
    const address = server.origin + PAGES[0][0]
    const kilobytes = Math.round((await scriptBytes(address, cookie)) / 1000)
    const { performance, accessibility } = await pageScores(address, cookie)
    const markdown = [
      `An account of ${TOKENS} tokens; ${REQUESTS} requests one after the other, whole answers over loopback.`,
      ['| Tokens | median | 95 of 100 within |', '| --- | --- | --- |', ...rows].join('\n'),
      `Compressed script: ${kilobytes} kB. Lighthouse: performance ${performance}, accessibility ${accessibility}.`,
    ].join('\n\n')
    return { title: 'The token page', markdown }
  } finally {
    await server.stop()
  }
}

async function answerTimes(address: string, cookie: string): Promise<{ median: number; highest: number }> {
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
