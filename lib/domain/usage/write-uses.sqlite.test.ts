import { afterEach, describe, it, vi } from 'vitest'
import { database } from '@/lib/db/client'
import { diskTrouble } from '@/lib/db/disk-reserve'
import { expectUsesToSurvive } from '@/test/support/database/uses-survive'
import { waitUntil } from '@/test/support/wait-until'

afterEach(() => vi.useRealTimers())

describe('on SQLite uses survive', () => {
  it('a full disk', async () => {
    await expectUsesToSurvive({
      begin: async () => {
        await database().$executeRaw`VACUUM`
        // SQLite never goes below the current number of pages, so nothing more fits.
        await database().$queryRaw`PRAGMA max_page_count = 1`
      },
      end: async () => {
        await database().$queryRaw`PRAGMA max_page_count = 4294967294`
        await waitUntil(
          () => diskTrouble() !== 'full',
          () => 'the end of the full disk',
        )
      },
    })
  })

  it('a read-only database', async () => {
    await expectUsesToSurvive({
      begin: async () => database().$executeRaw`PRAGMA query_only = on`,
      end: async () => database().$executeRaw`PRAGMA query_only = off`,
    })
  })
})
