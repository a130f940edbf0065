import { HOUR_MS } from '@/lib/base/durations'

/** How many addresses are kept per token: the latest ones. */
export const ADDRESSES_MAX = 5

const WRITTEN_EVERY_MS = 60_000
const TOKENS_MAX = 200_000
const TAKEN_MAX = 4000
/** So many are taken in one go: verdicts wait meanwhile. */
const PART = 500

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

/** Not a null, which would make an object of each instant that is noted. */
const NEVER = Number.NEGATIVE_INFINITY

/** An entry is small: a second address, hour or secret within a minute is rare. */
interface Entry {
  tokenId: string
  idleSeconds: number | null
  writtenAt: number
  usedAt: number
  address: string | null
  hour: number
  count: number
  refused: number
  secrets: TokenUses['secrets'] | null
  /** Earlier addresses, the latest first. */
  addresses: TokenUses['addresses'] | null
  /** Earlier hours. */
  hours: TokenUses['hours'] | null
}

const NOTHING = { usedAt: NEVER, address: null, count: 0, refused: 0, secrets: null, addresses: null, hours: null }

/**
 * The uses of tokens that are not in the database yet: one small entry for each token, and no
 * more than 200 000. What was just written is kept for a minute, so that no row is written
 * more often than that.
 */
export class UseLedger {
  readonly #entries = new Map<string, Entry>()
  /** How many of them have an idle clock. */
  #clocks = 0
  #lost = 0

  /** Counts a call that the secret was good for. */
  noteUse({ secretId, validUntil, tokenId, idleSeconds }: UsedSecret, at: number, address: string | null): void {
    const entry = this.#entryOf(tokenId, idleSeconds, at)
    if (entry === null) return
    entry.count += 1
    if (validUntil !== null) noteSecret(entry, secretId, at)
    if (address !== null && address !== entry.address) changeAddress(entry, address)
    entry.usedAt = at
  }

  /** Counts a call with a secret that is dead. */
  noteRefusal({ tokenId, idleSeconds }: Pick<UsedSecret, 'tokenId' | 'idleSeconds'>, at: number): void {
    const entry = this.#entryOf(tokenId, idleSeconds, at)
    if (entry !== null) entry.refused += 1
  }

  /** How many tokens it holds something of. */
  get size(): number {
    return this.#entries.size
  }

  /**
   * Takes a part of what is due, what was not written for a minute, until there is none; or
   * everything at once. Where `takenBefore` in this round makes more than 4000 tokens only those
   * with an idle clock; the others come next time, who waits longest first. What nobody uses any
   * more is forgotten.
   */
  take(at: number, everything: boolean, takenBefore = 0): TokenUses[] {
    const due: TokenUses[] = []
    for (const entry of everything ? [...this.#entries.values()] : this.#entries.values()) {
      if (!everything && due.length === PART) break
      if (!everything && at - entry.writtenAt < WRITTEN_EVERY_MS) continue
      if (!everything && takenBefore + due.length >= TAKEN_MAX && entry.idleSeconds === null) {
        if (this.#clocks === 0) break
        continue
      }
      const uses = usesOf(entry)
      // Taken, it goes to the end of the queue that the map is.
      this.#remove(entry)
      if (uses.hours.length === 0) continue
      due.push(uses)
      this.#add(Object.assign(entry, NOTHING, { writtenAt: at }))
    }
    return due
  }

  /** Puts back what could not be written; it is due again at once. */
  putBack(uses: readonly TokenUses[]): void {
    for (const { tokenId, idleSeconds, usedAt, secrets, addresses, hours } of uses) {
      const [first] = hours
      const entry = first && this.#entryOf(tokenId, idleSeconds, first.hour)
      if (!entry) continue
      const now = usesOf(entry)
      entry.writtenAt = NEVER
      if (entry.usedAt === NEVER) entry.usedAt = usedAt ?? NEVER
      entry.secrets = [
        ...now.secrets,
        ...secrets.filter(({ secretId }) => !now.secrets.some((one) => one.secretId === secretId)),
      ]
      const [latest, ...earlier] = [
        ...now.addresses,
        ...addresses.filter(({ address }) => !now.addresses.some((one) => one.address === address)),
      ]
      entry.address = latest?.address ?? null
      entry.addresses = earlier.slice(0, ADDRESSES_MAX - 1)
      for (const hour of hours) addHour(entry, hour)
    }
  }

  /** How many calls were not counted since this was last asked, because too many tokens were in use at once. */
  takeLost(): number {
    const lost = this.#lost
    this.#lost = 0
    return lost
  }

  #entryOf(tokenId: string, idleSeconds: number | null, at: number): Entry | null {
    const hour = at - (at % HOUR_MS)
    const known = this.#entries.get(tokenId)
    if (known !== undefined) {
      if (known.hour !== hour) changeHour(known, hour)
      return known
    }
    if (this.#entries.size >= TOKENS_MAX) {
      this.#lost += 1
      return null
    }
    const entry: Entry = { tokenId, idleSeconds, writtenAt: NEVER, hour, ...NOTHING }
    this.#add(entry)
    return entry
  }

  #add(entry: Entry): void {
    this.#entries.set(entry.tokenId, entry)
    if (entry.idleSeconds !== null) this.#clocks += 1
  }

  #remove(entry: Entry): void {
    this.#entries.delete(entry.tokenId)
    if (entry.idleSeconds !== null) this.#clocks -= 1
  }
}

function usesOf({ tokenId, idleSeconds, usedAt, secrets, addresses, hours, ...latest }: Entry): TokenUses {
  const { address, hour, count, refused } = latest
  const from = address === null || usedAt === NEVER ? [] : [{ address, usedAt }]
  const within = count + refused === 0 ? [] : [{ hour, count, refused }]
  return {
    tokenId,
    idleSeconds,
    usedAt: usedAt === NEVER ? null : usedAt,
    secrets: secrets ?? [],
    addresses: [...from, ...(addresses ?? [])],
    hours: [...(hours ?? []), ...within],
  }
}

/** Each hour stands once in an entry, also when the clock or what is put back leads to an earlier one. */
function changeHour(entry: Entry, hour: number): void {
  const before = { hour: entry.hour, count: entry.count, refused: entry.refused }
  const again = entry.hours?.find((earlier) => earlier.hour === hour)
  entry.hours &&= entry.hours.filter((earlier) => earlier !== again)
  Object.assign(entry, { hour, count: again?.count ?? 0, refused: again?.refused ?? 0 })
  if (before.count + before.refused > 0) addHour(entry, before)
}

function addHour(entry: Entry, added: TokenUses['hours'][number]): void {
  const hours = (entry.hours ??= [])
  const same = added.hour === entry.hour ? entry : hours.find(({ hour }) => hour === added.hour)
  if (same === undefined) {
    hours.push({ ...added })
    return
  }
  same.count += added.count
  same.refused += added.refused
}

function changeAddress(entry: Entry, address: string): void {
  if (entry.address !== null && entry.usedAt !== NEVER) {
    const others = (entry.addresses ?? []).filter(
      (other) => other.address !== address && other.address !== entry.address,
    )
    entry.addresses = [{ address: entry.address, usedAt: entry.usedAt }, ...others].slice(0, ADDRESSES_MAX - 1)
  }
  entry.address = address
}

function noteSecret(entry: Entry, secretId: string, usedAt: number): void {
  const others = (entry.secrets ?? []).filter((one) => one.secretId !== secretId)
  entry.secrets = [...others, { secretId, usedAt }]
}
