import { setTimeout as sleep } from 'node:timers/promises'
import { remoteApi, type MadeToken } from '@/test/support/remote-api'
import type { WireAnswer } from '@/test/support/send-request'

/** What clients were told about their tokens and accounts; a crash may take nothing of it back. */
export interface TokenLedger {
  /** Created, and no revocation was requested. */
  live: MadeToken[]
  /** The revocation was acknowledged. */
  revoked: MadeToken[]
  /** The revocation was requested and never acknowledged. */
  uncertain: MadeToken[]
  /** Names of accounts whose registration was acknowledged. */
  accounts: string[]
  /** Names of tokens and accounts that were requested and never acknowledged. */
  unanswered: string[]
}

/** Several clients at work, until the server is gone or loses its database. */
export interface TokenLoad {
  /** Resolves at a random moment after each thing was acknowledged once. */
  underWay: Promise<void>
  /** Resolves when no client is served any more, with what the clients were told. */
  ledger: Promise<TokenLedger>
}

/** Starts several clients that create tokens, revoke them and register accounts. `label` begins all their names. */
export function startTokenLoad(origin: string, key: string, label: string, clients: number): TokenLoad {
  const ledger: TokenLedger = { live: [], revoked: [], uncertain: [], accounts: [], unanswered: [] }
  const work = async (client: number) => {
    for (let turn = 0; ; turn += 1) {
      const name = `${label}-${client}-${turn}`
      const isServed =
        turn % 5 === 4 ? await register(origin, name, ledger) : await makeOne(origin, key, name, turn % 2 === 0, ledger)
      if (!isServed) return
    }
  }
  const done = Promise.all(Array.from({ length: clients }, (_, client) => work(client))).then(() => ledger)
  return { underWay: Promise.race([untilUnderWay(ledger), done.then(() => undefined)]), ledger: done }
}

async function untilUnderWay({ live, revoked, accounts }: TokenLedger): Promise<void> {
  while (live.length === 0 || revoked.length === 0 || accounts.length === 0) await sleep(10)
  await sleep(Math.random() * 600)
}

/** Creates a token and revokes it again, or not; false when the server did not acknowledge it. */
async function makeOne(
  origin: string,
  key: string,
  name: string,
  isToStay: boolean,
  ledger: TokenLedger,
): Promise<boolean> {
  const api = remoteApi(origin)
  const answer = await acknowledged(api.post('/api/v1/auth/tokens', { name }, { authorization: `Token ${key}` }), 201)
  if (answer === null) return ledger.unanswered.push(name) === 0
  const made = answer.json() as MadeToken
  if (isToStay) return ledger.live.push(made) > 0
  const isRevoked = (await acknowledged(api.revoke(key, made.id), 204)) !== null
  ;(isRevoked ? ledger.revoked : ledger.uncertain).push(made)
  return isRevoked
}

/** Registers an account; false when the server did not acknowledge it. */
async function register(origin: string, name: string, ledger: TokenLedger): Promise<boolean> {
  const answer = await acknowledged(remoteApi(origin).register(name), 201)
  ;(answer === null ? ledger.unanswered : ledger.accounts).push(name)
  return answer !== null
}

/** The answer; null when the connection broke or the database was away. Every other answer is a failure. */
async function acknowledged(asked: Promise<WireAnswer>, status: number): Promise<WireAnswer | null> {
  const answer = await asked.catch((error: unknown) => goneOrThrow(error))
  if (answer === null || answer.status === 503) return null
  if (answer.status === status) return answer
  throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`)
}

/** Null when the connection broke; every other failure is one of the server. */
function goneOrThrow(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return null
  throw error
}
