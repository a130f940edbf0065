import { HOUR_MS } from '@/lib/base/durations'

/** How many addresses are kept per token: the newest ones. */
export const ADDRESSES_MAX = 5

const WRITTEN_EVERY_MS = 60_000
const TOKENS_MAX = 200_000
const TAKEN_MAX = 4000
/** How many tokens `take` returns at once. Verifications wait meanwhile. */
const PART = 500
/** How many first uses wait to be written at once. Further ones are written with the rest. */
const FIRST_MAX = 100

/** The part of a secret row that the ledger needs. */
export interface UsedSecret {
  secretId: string
  /** Set once a newer secret has replaced this one. From then on its uses are recorded separately. */
  validUntil: number | null
  /** No use of the secret is recorded yet. Its first use is written at once, because its owner may be waiting for it. */
  isUnused?: boolean
  tokenId: string
  idleSeconds: number | null
}

/** The uses of one token that are not written yet. Instants are in milliseconds since the epoch. */
export interface TokenUses {
  tokenId: string
  idleSeconds: number | null
  /** The last use; null if there were only rejected requests. */
  usedAt: number | null
  /** The superseded secrets that were used, and a secret used for the first time: when last, and from where. */
  secrets: { secretId: string; usedAt: number; address: string | null }[]
  /** The last addresses, newest first. */
  addresses: { address: string; usedAt: number }[]
  hours: { hour: number; count: number; refused: number }[]
}

/** A number instead of null, which would allocate an object for each recorded instant. */
const NEVER = Number.NEGATIVE_INFINITY

/** Kept small: a second address, hour or secret within a minute is rare. */
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
  /** Earlier addresses, newest first. */
  addresses: TokenUses['addresses'] | null
  /** Earlier hours. */
  hours: TokenUses['hours'] | null
}

const NOTHING = { usedAt: NEVER, address: null, count: 0, refused: 0, secrets: null, addresses: null, hours: null }

/**
 * Collects uses of tokens that are not in the database yet: one small entry for each token, and at most 200,000. An
 * entry stays for a minute after it is written, so that no row is written more often than that.
 */
export class UseLedger {
  readonly #entries = new Map<string, Entry>()
  /** How many entries have an idle time. */
  #clocks = 0
  #lost = 0
  /** Tokens whose secret was used for the first time. */
  readonly #first = new Set<string>()

  /** Counts a request with a valid secret. */
  noteUse(secret: UsedSecret, at: number, address: string | null): void {
    const { secretId, validUntil, isUnused = false, tokenId, idleSeconds } = secret
    const entry = this.#entryOf(tokenId, idleSeconds, at)
    if (entry === null) return
    entry.count += 1
    if (validUntil !== null || isUnused) noteSecret(entry, { secretId, usedAt: at, address })
    if (isUnused && this.#first.size < FIRST_MAX) this.#first.add(tokenId)
    if (address !== null && address !== entry.address) changeAddress(entry, address)
    entry.usedAt = at
  }

  /** Counts a request with a secret that is no longer valid. */
  noteRefusal({ tokenId, idleSeconds }: Pick<UsedSecret, 'tokenId' | 'idleSeconds'>, at: number): void {
    const entry = this.#entryOf(tokenId, idleSeconds, at)
    if (entry !== null) entry.refused += 1
  }

  /** How many tokens have an entry. */
  get size(): number {
    return this.#entries.size
  }

  /**
   * Takes a part of the uses that are due, because they were not written for a minute; returns nothing once none
   * are left. With `everything` it takes all uses at once. Once this round has 4000 tokens, including
   * `takenBefore`, it takes only those with an idle time; the others wait for the next round, oldest first. Forgets
   * tokens that are no longer used.
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
      const uses = this.#takeEntry(entry, at)
      if (uses !== null) due.push(uses)
    }
    return due
  }

  /** Takes the uses of tokens whose secret was used for the first time, at most 100, however recently they were written. */
  takeFirst(at: number): TokenUses[] {
    const entries = [...this.#first].map((tokenId) => this.#entries.get(tokenId))
    return entries.flatMap((entry) => (entry && this.#takeEntry(entry, at)) ?? [])
  }

  /** Returns the uses of a token that are not written yet, or null if there are none. They stay in the ledger. */
  pendingOf(tokenId: string): TokenUses | null {
    const entry = this.#entries.get(tokenId)
    return entry === undefined ? null : usesOf(entry)
  }

  /** Puts back uses that could not be written. They are due again immediately. */
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

  /** Returns how many requests were not counted since the last call, because too many tokens were in use at once. */
  takeLost(): number {
    const lost = this.#lost
    this.#lost = 0
    return lost
  }

  /** Returns the uses in an entry and empties it; null, and the entry is forgotten, if there are none. */
  #takeEntry(entry: Entry, at: number): TokenUses | null {
    const uses = usesOf(entry)
    // The map is a queue: a taken entry moves to its end.
    this.#remove(entry)
    this.#first.delete(entry.tokenId)
    if (uses.hours.length === 0) return null
    this.#add(Object.assign(entry, NOTHING, { writtenAt: at }))
    return uses
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

/**
 * Moves an entry to another hour. Each hour appears once in an entry, even if the clock or uses that are put back
 * lead to an earlier one.
 */
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

function noteSecret(entry: Entry, used: TokenUses['secrets'][number]): void {
  const others = (entry.secrets ?? []).filter(({ secretId }) => secretId !== used.secretId)
  entry.secrets = [...others, used]
}
