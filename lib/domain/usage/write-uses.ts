import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { nowMs } from '@/lib/base/clock'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { log } from '@/lib/base/log'
import { count } from '@/lib/base/metrics/count'
import { useLedger } from '@/lib/keys/note-use'
import type { TokenUses, UseLedger } from '@/lib/keys/use-ledger'
import { storeUses } from '@/lib/domain/usage/use-store'

/** Tokens per statement: on SQLite, token verification waits for each. */
const PART = 100
/**
 * Tokens per transaction. On PostgreSQL others wait for the rows that it changed. On SQLite only writers wait, and each
 * commit makes every reader rebuild its cache.
 */
const CHUNK = { postgresql: PART, sqlite: 1000 }
/**
 * The pauses between transactions leave others nine tenths of the time, and after ROUND_MS the rest waits for the next
 * round. Tokens with an idle limit, and all tokens at shutdown, are written without these limits.
 */
const PAUSE_MS = 50
const PAUSES_PER_WORK = 9
const ROUND_MS = 8000

/**
 * Writes the uses that are due. With `everything`, at shutdown, also writes tokens that were written less than a minute
 * ago. Keeps what it cannot write for the next round, and logs that.
 */
export async function writeUses(everything = false): Promise<void> {
  const ledger = useLedger()
  const due = everything ? ledger.take(nowMs(), everything) : await takeDue(ledger)
  await writeInTurns(ledger, due.sort(inOneOrder), everything)
  const lost = ledger.takeLost()
  count('uses_lost', '', lost)
  if (lost > 0) log().error({ calls: lost }, 'too many tokens in use at once: some requests were not counted')
}

/**
 * Writes the first uses of new secrets, for owners who are waiting for them on another instance. Returns false if that
 * failed; they are then written with the rest.
 */
export async function writeFirstUses(): Promise<boolean> {
  const ledger = useLedger()
  const first = ledger.takeFirst(nowMs()).sort(inOneOrder)
  if (first.length === 0) return true
  const error = await tryToStore(first)
  if (error === null) return true
  ledger.putBack(first)
  log().warn({ err: error }, 'first uses of tokens could not be written; will retry')
  return false
}

async function writeInTurns(ledger: UseLedger, due: TokenUses[], everything: boolean): Promise<void> {
  const mustBeWritten = everything ? due.length : due.filter(({ idleSeconds }) => idleSeconds !== null).length
  const size = CHUNK[settings().databaseKind]
  const leastPauseMs = everything ? 0 : Math.min(PAUSE_MS, (ROUND_MS * size) / due.length)
  const started = performance.now()
  for (let written = 0; due.length > 0; written += size) {
    if (written >= mustBeWritten && performance.now() - started > ROUND_MS) {
      ledger.putBack(due)
      break
    }
    const chunk = due.splice(0, size)
    const begun = performance.now()
    const error = await tryToStore(chunk)
    if (error !== null) {
      ledger.putBack([...chunk, ...due.splice(0)])
      if (everything) log().error({ err: error }, 'the last token usage before the stop could not be written')
      else log().warn({ err: error }, 'token usage could not be written; will retry')
    }
    const workedMs = written >= mustBeWritten ? performance.now() - begun : 0
    if (due.length > 0) await sleep(Math.max(leastPauseMs, workedMs * PAUSES_PER_WORK))
  }
}

/**
 * Sorts tokens with an idle limit first: without their uses they would expire too early. All instances sort their
 * batches alike, so that they cannot deadlock.
 */
function inOneOrder(one: TokenUses, other: TokenUses): number {
  const rank = ({ idleSeconds }: TokenUses) => (idleSeconds === null ? 1 : 0)
  return rank(one) - rank(other) || (one.tokenId < other.tokenId ? -1 : 1)
}

async function takeDue(ledger: UseLedger): Promise<TokenUses[]> {
  const at = nowMs()
  const due: TokenUses[] = []
  for (let part = ledger.take(at, false); part.length > 0; part = ledger.take(at, false, due.length)) {
    due.push(...part)
    await turn()
  }
  return due
}

async function tryToStore(uses: readonly TokenUses[]): Promise<unknown> {
  try {
    await transaction(async (tx) => {
      for (let from = 0; from < uses.length; from += PART) await storeUses(tx, uses.slice(from, from + PART))
    })
    return null
  } catch (error) {
    return error
  }
}
