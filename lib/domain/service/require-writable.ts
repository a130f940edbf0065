import { rm, writeFile } from 'node:fs/promises'
import { diskTrouble, noteWritable } from '@/lib/db/disk-reserve'
import { sqliteFileOf } from '@/lib/db/sqlite-file'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'

const PROBE_BYTES = 64 * 1024

/**
 * Checks that the server can store what it acknowledges: that a small file can be written beside a SQLite database and,
 * after a write failed because of the disk, that the database accepts one again.
 * @throws Error when it cannot
 */
export async function requireWritable(): Promise<void> {
  const { databaseKind, databaseUrl } = settings()
  const trouble = diskTrouble()
  if (trouble === 'full') throw new Error('The disk is full')
  if (databaseKind === 'sqlite') await writeProbe(`${sqliteFileOf(databaseUrl)}-probe`)
  if (trouble === null) return
  await transaction((tx) => tx.instance.updateMany({ where: { id: 1 }, data: { revision: { increment: 1 } } }))
  noteWritable()
}

async function writeProbe(file: string): Promise<void> {
  try {
    await writeFile(file, Buffer.alloc(PROBE_BYTES), { mode: 0o600 })
  } finally {
    await rm(file, { force: true })
  }
}
