import { setTimeout as sleep } from 'node:timers/promises'
import { remoteApi, type MadeToken } from '@/test/support/remote-api'

/** What clients were told about their tokens; a crash may take nothing of it back. */
export interface TokenLedger {
  /** Made, and no revocation was asked for. */
  live: MadeToken[]
  /** The revocation was acknowledged. */
  revoked: MadeToken[]
  /** The revocation was asked for and never answered. */
  uncertain: MadeToken[]
  /** Names of tokens that were asked for and never answered. */
  unanswered: string[]
}

/** Several clients at work, until the server is gone. */
export interface TokenLoad {
  /** Resolves at a random moment after each thing was acknowledged once. */
  underWay: Promise<void>
  /** Resolves when the server is gone, with what the clients were told. */
  ledger: Promise<TokenLedger>
}

/** Begins to make and to revoke tokens with several clients at once. `label` begins all their names. */
export function startTokenLoad(origin: string, key: string, label: string, clients: number): TokenLoad {
  const ledger: TokenLedger = { live: [], revoked: [], uncertain: [], unanswered: [] }
  const work = async (client: number) => {
    for (let turn = 0; await makeOne(origin, key, `${label}-${client}-${turn}`, turn % 2 === 0, ledger); turn += 1);
  }
  const done = Promise.all(Array.from({ length: clients }, (_, client) => work(client))).then(() => ledger)
  return { underWay: Promise.race([untilUnderWay(ledger), done.then(() => undefined)]), ledger: done }
}

async function untilUnderWay({ live, revoked }: TokenLedger): Promise<void> {
  while (live.length === 0 || revoked.length === 0) await sleep(10)
  await sleep(Math.random() * 600)
}

/** Makes a token and revokes it again, or not; false when the server did not answer. */
async function makeOne(
  origin: string,
  key: string,
  name: string,
  isToStay: boolean,
  ledger: TokenLedger,
): Promise<boolean> {
  const api = remoteApi(origin)
  const made = await api.createToken(key, name).catch((error: unknown) => goneOrThrow(error))
  if (made === null) return ledger.unanswered.push(name) === 0
  if (isToStay) return ledger.live.push(made) > 0
  const answer = await api.revoke(key, made.id).catch((error: unknown) => goneOrThrow(error))
  if (answer !== null && answer.status !== 204) throw new Error(`Expected 204, got ${answer.status}: ${answer.text}`)
  ;(answer === null ? ledger.uncertain : ledger.revoked).push(made)
  return answer !== null
}

/** Null when the connection broke; every other failure is one of the server. */
function goneOrThrow(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return null
  throw error
}
