import type Database from 'better-sqlite3'
import { singleton } from '@/lib/base/singleton'

const handles = () => singleton('writing-handles', () => new Map<string, Database.Database>())

/** Sets the connection with which this process writes a SQLite file from now on. */
export function setWritingHandle(file: string, handle: Database.Database): void {
  handles().set(file, handle)
}

/**
 * Returns the connection with which this process writes a SQLite file, if it reads only committed data now. Returns
 * null while a transaction is open on it, and if there is none.
 */
export function settledHandle(file: string): Database.Database | null {
  const handle = handles().get(file)
  return handle?.open === true && !handle.inTransaction ? handle : null
}
