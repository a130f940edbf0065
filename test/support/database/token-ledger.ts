import { setTimeout as sleep } from 'node:timers/promises'
import { remoteApi, type MadeToken } from '@/test/support/servers/remote-api'
import type { WireAnswer } from '@/test/support/servers/send-request'

/** What the server told clients about their tokens and accounts. A crash must not take any of it back. */
export interface TokenLedger {
  /** Tokens whose creation was acknowledged and whose revocation was never requested. */
  live: MadeToken[]
  /** Tokens whose revocation was acknowledged. */
  revoked: MadeToken[]
  /** Tokens whose revocation was requested but never acknowledged. */
  uncertain: MadeToken[]
  /** Usernames of accounts whose registration was acknowledged. */
  accounts: string[]
  /** Names of tokens and accounts whose creation was requested but never acknowledged. */
  unanswered: string[]
}

/** Several clients that work until the server is gone or loses its database. */
export interface TokenLoad {
  /** Resolves at a random moment after each kind of request was acknowledged at least once. */
  underWay: Promise<void>
  /** Resolves with what the clients were told when the server no longer serves any of them. */
  ledger: Promise<TokenLedger>
}

/** Starts several clients that create tokens, revoke them, and register accounts. All names start with `label`. */
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

/** Creates a token and optionally revokes it. Returns false if the server did not acknowledge that. */
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

/** Registers an account. Returns false if the server did not acknowledge it. */
async function register(origin: string, name: string, ledger: TokenLedger): Promise<boolean> {
  const answer = await acknowledged(remoteApi(origin).register(name), 201)
  ;(answer === null ? ledger.unanswered : ledger.accounts).push(name)
  return answer !== null
}

/** Returns the answer, or null if the connection broke or the database was unreachable. @throws on any other answer */
async function acknowledged(asked: Promise<WireAnswer>, status: number): Promise<WireAnswer | null> {
  const answer = await asked.catch((error: unknown) => goneOrThrow(error))
  if (answer === null || answer.status === 503) return null
  if (answer.status === status) return answer
  throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`)
}

/** Returns null if the connection broke. @throws on any other failure */
function goneOrThrow(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return null
  throw error
}
