import type Database from 'better-sqlite3'
import { singleton } from '@/lib/base/singleton'

const handles = () => singleton('writing-handles', () => new Map<string, Database.Database>())

/** Names the connection by which this process writes a SQLite file from now on. */
export function setWritingHandle(file: string, handle: Database.Database): void {
  handles().set(file, handle)
}

/**
 * The connection by which this process writes a SQLite file, where what it reads now is what was
 * committed; null while a transaction is open on it, and where there is none.
 */
export function settledHandle(file: string): Database.Database | null {
  const handle = handles().get(file)
  return handle?.open === true && !handle.inTransaction ? handle : null
}
