import { rmSync } from 'node:fs'
import { open, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { incompressibleBytes } from '@/lib/base/crypto/random'
import { sqliteFileOf } from '@/lib/db/sqlite-file'
import { settings } from '@/lib/base/env'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'

const MEBIBYTE = 2 ** 20
const RESERVE_BYTES = 16 * MEBIBYTE
/** How much must be free beside the reserve before all writes are allowed again. */
const MARGIN_BYTES = MEBIBYTE
const LOOK_EVERY_MS = 500

interface Disk {
  /** This process keeps a reserve beside its database. */
  isKeeper: boolean
  /** True from the first write that found no space until there is space again. */
  isFull: boolean
  /** A write failed because of the disk, and no later write is known to have succeeded. */
  isDoubtful: boolean
}

const disk = () => singleton<Disk>('disk', () => ({ isKeeper: false, isFull: false, isDoubtful: false }))

const reserveFile = () => `${sqliteFileOf(settings().databaseUrl)}-reserve`

/**
 * Keeps a reserve of 16 MiB beside a SQLite database. The server deletes it when the disk is full, so that
 * credentials can still be revoked. Logs a warning if there is no space for the reserve.
 */
export async function keepDiskReserve(): Promise<void> {
  if (settings().databaseKind !== 'sqlite') return
  disk().isKeeper = true
  if (!(await makeReserve())) log().warn({ file: reserveFile() }, 'not enough disk space for the reserve')
}

/** Whether a request must not write, because the disk is full and the request revokes nothing. */
export function isDiskFullFor({ mayUseReserve }: { mayUseReserve?: boolean }): boolean {
  return disk().isFull && mayUseReserve !== true
}

/** Returns `full` if the disk is full, `doubtful` if it failed at the last write, otherwise null. */
export function diskTrouble(): 'full' | 'doubtful' | null {
  if (disk().isFull) return 'full'
  return disk().isDoubtful ? 'doubtful' : null
}

/** Records that a write failed because of the disk. */
export function noteUnwritable(): void {
  disk().isDoubtful = true
}

/** Records that a write succeeded. */
export function noteWritable(): void {
  disk().isDoubtful = false
}

/** Deletes the reserve because the disk is full. The process creates it again when there is space. */
export function giveUpReserve(): void {
  rmSync(reserveFile(), { force: true })
  if (disk().isFull) return
  disk().isFull = true
  log().error('disk full: only revocations are written until there is space again')
  lookForRoom()
}

function lookForRoom(): void {
  setTimeout(() => {
    hasRoom().then(
      (isThere) => {
        if (!isThere) return lookForRoom()
        disk().isFull = false
        log().info('disk space is available again')
      },
      () => lookForRoom(),
    )
  }, LOOK_EVERY_MS).unref()
}

async function hasRoom(): Promise<boolean> {
  const { blocks, bavail, bsize } = await statfs(path.dirname(reserveFile()))
  // A disk too small for a reserve never had one.
  const needsReserve = disk().isKeeper && blocks * bsize >= 2 * RESERVE_BYTES
  return needsReserve ? makeReserve() : bavail * bsize >= MARGIN_BYTES
}

/** Creates the reserve if it is missing. Returns false if there is no space for it. */
async function makeReserve(): Promise<boolean> {
  const file = reserveFile()
  try {
    const present = await stat(file).catch(() => null)
    if (present?.size === RESERVE_BYTES) return true
    const { bavail, bsize } = await statfs(path.dirname(file))
    if (bavail * bsize < RESERVE_BYTES + MARGIN_BYTES) return false
    const handle = await open(file, 'w', 0o600)
    try {
      const bytes = incompressibleBytes(MEBIBYTE)
      for (let written = 0; written < RESERVE_BYTES; written += MEBIBYTE) await handle.write(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return true
  } catch (err) {
    log().warn({ err, file }, 'disk reserve could not be created')
    await rm(file, { force: true })
    return false
  }
}
