import { describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { isUniqueViolation } from '@/lib/db/database-error'
import { transaction } from '@/lib/db/transaction'
import { newAccount } from '@/test/support/factories'

describe('a transaction', () => {
  it('leaves nothing behind when its work fails', async () => {
    const failing = transaction(async (tx) => {
      await tx.usernameClaim.create({ data: { usernameKey: 'half', userId: 'x', claimedAt: new Date(0) } })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await database().usernameClaim.count()).toBe(0)
  })

  it('counts correctly when 30 of them increment a number at once', async () => {
    const { id } = await newAccount()
    const increase = () =>
      transaction(async (tx) => {
        await tx.user.updateMany({ where: { id }, data: { revision: { increment: 1 } } })
        const { revision } = await tx.user.findUniqueOrThrow({ where: { id } })
        return revision
      })
    const seen = await Promise.all(Array.from({ length: 30 }, increase))
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  })

  it('passes on a violation of a unique index, and tells which index it was', async () => {
    await newAccount({ username: 'taken', email: 'one@example.com' })
    const again = await newAccount({ username: 'TAKEN', email: 'two@example.com' }).catch((error: unknown) => error)
    expect(isUniqueViolation(again, 'account', ['username_key'])).toBe(true)
    expect(isUniqueViolation(again, 'account', ['email_key'])).toBe(false)
    const email = await newAccount({ username: 'free', email: 'ONE@example.com' }).catch((error: unknown) => error)
    expect(isUniqueViolation(email, 'account', ['email_key'])).toBe(true)
  })

  it('rejects an undefined filter instead of dropping it', async () => {
    await newAccount()
    const id = undefined as unknown as string
    await expect(database().user.findMany({ where: { id } })).rejects.toThrow(/undefined/i)
    await expect(database().user.updateMany({ where: { id }, data: { firstName: 'x' } })).rejects.toThrow(/undefined/i)
    expect(await database().user.count({ where: { firstName: 'x' } })).toBe(0)
  })
})
