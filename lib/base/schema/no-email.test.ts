import { expect, it } from 'vitest'
import { canonicalEmail, foldEmail } from '@/lib/base/schema/email-address'
import { isNoEmail, noEmailOf, shownEmail } from '@/lib/base/schema/no-email'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'

it('shows no address for an account without one, and every other address as it is', () => {
  expect(shownEmail(noEmailOf(ID))).toBeNull()
  expect(shownEmail('maya@example.com')).toBe('maya@example.com')
})

it.each(['x@NO-EMAIL.invalid', 'x@ｎｏ-email.invalid', `${ID.toUpperCase()}@No-Email.Invalid`])(
  'recognizes %s, however it is spelled',
  (text) => {
    expect(isNoEmail(canonicalEmail(text) ?? '')).toBe(true)
    expect(isNoEmail(foldEmail(text))).toBe(true)
  },
)

it.each(['x@sub.no-email.invalid', 'x@no-email.invalid.example.com', 'no-email.invalid@example.com'])(
  'takes %s for an address',
  (text) => expect(isNoEmail(text)).toBe(false),
)
