import { beforeEach, expect, it } from 'vitest'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { invalidateOlder } from '@/lib/domain/tokens/revocation/invalidate-older'
import { newAccount, newInstance } from '@/test/support/factories'
import { revokedMeanwhile } from '@/test/support/acts/revoked-meanwhile'

beforeEach(newInstance)

it('revokes every older token even while another client revokes one of them', async () => {
  const { id: userId } = await newAccount()
  const row = { userId, kind: 'personal' as const, name: 'many', createdAt: secondsAfter(now(), -60) }
  const made = await database().token.createManyAndReturn({ data: Array.from({ length: 501 }, () => row) })
  const [first = ''] = made.map(({ id }) => id).toSorted()
  await revokedMeanwhile([first], () => invalidateOlder(secondsAfter(now(), -30), () => undefined))
  expect(await database().token.count({ where: { revokedAt: null } })).toBe(0)
})
