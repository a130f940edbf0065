import type { Db } from '@/lib/db/client'

/** The work that fills the rows of a large table after a migration added a column to it. */
export interface Backfill {
  /** Never used again: the database remembers by it what is done. */
  name: string
  /**
   * Fills at most `limit` rows whose primary key comes after `afterId` (an empty string at first), in the order of
   * that key.
   * @returns the key of the last row that it looked at; null when there was none left
   */
  fill: (tx: Db, afterId: string, limit: number) => Promise<string | null>
}

/**
 * The backfills of this release, oldest first. New rows must be written whole before a backfill starts, so the release
 * that adds a column also writes it. A backfill stays until the release that needs its rows filled is out.
 */
export const BACKFILLS: readonly Backfill[] = []
