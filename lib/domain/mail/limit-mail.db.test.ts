import { expect, it } from 'vitest'
import { POST as invite } from '@/app/api/v1/admin/invites/route'
import { POST as changeEmail } from '@/app/api/v1/auth/email/route'
import { POST as askReset } from '@/app/api/v1/auth/password/reset/route'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { withMailServer } from '@/test/support/with-mail-server'

it('sends at most three emails an hour to one address, no matter who triggers them or how', async () => {
  await newInstance()
  const { received } = await withMailServer()
  const target = await newAccount()
  const change = async () => {
    const { key } = await newToken(await newAccount(), 'device')
    return (await call(changeEmail, { key, body: { email: target.email.toUpperCase() } })).status
  }
  expect([await change(), await change()]).toEqual([202, 202])
  for (let count = 0; count < 3; count += 1) await call(askReset, { body: { email: target.email } })
  await delivered()
  expect(await change()).toBe(202)
  const { key } = await newToken(await newAccount({ isAdmin: true }), 'device')
  const refused = await call(invite, { key, body: { email: target.email } })
  expect([refused.status, refused.json.code]).toEqual([429, 'too_many_requests'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await delivered()
  const toTarget = received.filter(({ recipients }) => recipients.includes(target.email))
  expect(toTarget).toHaveLength(3)
})
