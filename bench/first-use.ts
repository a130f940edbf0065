import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchContext, Section } from '@/bench/support/scenario'
import { median } from '@/bench/support/wrk'
import type { FirstUse } from '@/lib/domain/usage/schema'
import { remoteApi, type MadeToken } from '@/test/support/servers/remote-api'
import { startServer } from '@/test/support/servers/server-process'

const PEOPLE = 10
const DIALOGS_EACH = 20
/** As in components/tokens/key/use-first-call.ts. */
const POLL_MS = 500
const SETTLING_MS = 3_000
const BETWEEN_USES_MS = 50
const GOAL_MS = 1_000

/** A new token whose dialog is open. */
interface Dialog extends MadeToken {
  cookie: string
}

type Api = ReturnType<typeof remoteApi>

/** Measures how soon a dialog with a new token shows the token’s first request while many such dialogs are open. */
export async function run({ say }: BenchContext): Promise<Section> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } })
  try {
    const api = remoteApi(server.origin)
    const dialogs = await openDialogs(api)
    say(`${dialogs.length} dialogs`)
    const shown = dialogs.map((dialog) => shownAt(api, dialog))
    await sleep(SETTLING_MS)
    const waits: Promise<number>[] = []
    for (const [index, { key }] of dialogs.entries()) {
      const usedAt = performance.now()
      const isAccepted = (await api.verify(key)).status === 200
      if (!isAccepted) throw new Error('The gate rejected a new token')
      waits.push(Promise.resolve(shown[index]).then((at = Infinity) => at - usedAt))
      await sleep(BETWEEN_USES_MS)
    }
    const times = (await Promise.all(waits)).sort((one, other) => one - other)
    const [middle, longest] = [Math.round(median(times)), Math.round(times.at(-1) ?? Infinity)]
    say(`median ${middle} ms, longest ${longest} ms`)
    if (longest >= GOAL_MS) throw new Error(`A dialog showed the first request after ${longest} ms`)
    const table = ['| median | longest |', '| -: | -: |', `| ${middle} ms | ${longest} ms |`]
    return { title: 'The first request of a new token', markdown: [INTRODUCTION, table.join('\n')].join('\n\n') }
  } finally {
    await server.stop()
  }
}

const INTRODUCTION = `The time from a new token’s first request until its dialog shows it, while ${PEOPLE * DIALOGS_EACH} such dialogs of ${PEOPLE} people are open and each asks every ${POLL_MS} ms, on SQLite. Goal: less than ${GOAL_MS / 1000} s for each.`

async function openDialogs(api: Api): Promise<Dialog[]> {
  const dialogs: Dialog[] = []
  for (let person = 0; person < PEOPLE; person += 1) {
    const { deviceKey, cookie } = await api.newPerson(`person-${person}`)
    for (let index = 0; index < DIALOGS_EACH; index += 1) {
      dialogs.push({ ...(await api.createToken(deviceKey, `token ${index}`)), cookie })
    }
  }
  return dialogs
}

/** Polls as an open dialog does, and returns when the first request showed. */
async function shownAt(api: Api, { id, cookie }: Dialog): Promise<number> {
  await sleep(Math.random() * POLL_MS)
  for (;;) {
    const answer = await api.get(`/api/v1/auth/tokens/${id}/first-use`, { cookie })
    if (answer.status !== 200) throw new Error(`The server answered ${answer.status}: ${answer.text}`)
    if ((answer.json() as FirstUse).used) return performance.now()
    await sleep(POLL_MS)
  }
}
