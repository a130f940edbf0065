import { ADDRESSES_MAX } from '@/lib/usage/schema'

const HOUR_MS = 3_600_000
const WRITTEN_EVERY_MS = 60_000
const TOKENS_MAX = 200_000

/** Of a secret row, what the ledger needs. */
export interface UsedSecret {
  secretId: string
  /** Set once a newer secret has taken its place: from then on its uses are noted apart. */
  validUntil: number | null
  tokenId: string
  idleSeconds: number | null
}

/** What is still to be written of one token's uses. Instants are milliseconds since the epoch. */
export interface TokenUses {
  tokenId: string
  idleSeconds: number | null
  /** The last use; null when there were refused calls only. */
  usedAt: number | null
  /** The superseded secrets that were used, each with its last use. */
  secrets: { secretId: string; usedAt: number }[]
  /** The last addresses, the latest first. */
  addresses: { address: string; usedAt: number }[]
  hours: { hour: number; count: number; refused: number }[]
}

interface Entry extends TokenUses {
  writtenAt: number
}

/**
 * The uses of tokens that are not in the database yet: one small entry for each token, and no
 * more than 200 000. What was just written is kept for a minute, so that no row is written
 * more often than that.
 */
export class UseLedger {
  readonly #entries = new Map<string, Entry>()
  #lost = 0

  /** Counts a call that the secret was good for. */
  noteUse({ secretId, validUntil, tokenId, idleSeconds }: UsedSecret, at: number, address: string | null): void {
    const entry = this.#entryOf(tokenId, idleSeconds)
    if (entry === null) return
    entry.usedAt = at
    hourOf(entry, at).count += 1
    if (validUntil !== null) noteSecret(entry, secretId, at)
    if (address !== null) noteAddress(entry, address, at)
  }

  /** Counts a call with a secret that is dead. */
  noteRefusal({ tokenId, idleSeconds }: Pick<UsedSecret, 'tokenId' | 'idleSeconds'>, at: number): void {
    const entry = this.#entryOf(tokenId, idleSeconds)
    if (entry !== null) hourOf(entry, at).refused += 1
  }

  /** Takes what is due: what was not written for a minute, or everything. What nobody uses any more is forgotten. */
  take(at: number, everything: boolean): TokenUses[] {
    const due: TokenUses[] = []
    for (const [id, entry] of this.#entries) {
      if (!everything && at - entry.writtenAt < WRITTEN_EVERY_MS) continue
      if (entry.hours.length === 0) {
        this.#entries.delete(id)
        continue
      }
      const { writtenAt, ...uses } = entry
      due.push(uses)
      Object.assign(entry, { writtenAt: at, usedAt: null, secrets: [], addresses: [], hours: [] })
    }
    return due
  }

  /** Puts back what could not be written; it is due again at once. */
  putBack(uses: readonly TokenUses[]): void {
    for (const { tokenId, idleSeconds, usedAt, secrets, addresses, hours } of uses) {
      const entry = this.#entryOf(tokenId, idleSeconds)
      if (entry === null) continue
      entry.writtenAt = 0
      entry.usedAt ??= usedAt
      entry.secrets.push(...secrets.filter(({ secretId }) => !entry.secrets.some((one) => one.secretId === secretId)))
      entry.addresses.push(
        ...addresses.filter(({ address }) => !entry.addresses.some((one) => one.address === address)),
      )
      entry.addresses.splice(ADDRESSES_MAX)
      for (const { hour, count, refused } of hours) {
        const kept = hourOf(entry, hour)
        kept.count += count
        kept.refused += refused
      }
    }
  }

  /** How many calls were not counted since this was last asked, because too many tokens were in use at once. */
  takeLost(): number {
    const lost = this.#lost
    this.#lost = 0
    return lost
  }

  #entryOf(tokenId: string, idleSeconds: number | null): Entry | null {
    const known = this.#entries.get(tokenId)
    if (known !== undefined) return known
    if (this.#entries.size >= TOKENS_MAX) {
      this.#lost += 1
      return null
    }
    const entry: Entry = { tokenId, idleSeconds, usedAt: null, secrets: [], addresses: [], hours: [], writtenAt: 0 }
    this.#entries.set(tokenId, entry)
    return entry
  }
}

function hourOf({ hours }: Entry, at: number) {
  const begin = at - (at % HOUR_MS)
  const known = hours.find(({ hour }) => hour === begin)
  if (known !== undefined) return known
  const hour = { hour: begin, count: 0, refused: 0 }
  hours.push(hour)
  return hour
}

function noteSecret({ secrets }: Entry, secretId: string, usedAt: number): void {
  const known = secrets.find((one) => one.secretId === secretId)
  if (known === undefined) secrets.push({ secretId, usedAt })
  else known.usedAt = usedAt
}

function noteAddress(entry: Entry, address: string, usedAt: number): void {
  const [latest] = entry.addresses
  if (latest?.address === address) {
    latest.usedAt = usedAt
    return
  }
  const others = entry.addresses.filter((other) => other.address !== address)
  entry.addresses = [{ address, usedAt }, ...others].slice(0, ADDRESSES_MAX)
}
