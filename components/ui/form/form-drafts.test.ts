import { describe, expect, it } from 'vitest'
import { withoutSecrets } from '@/components/ui/form/form-drafts'

describe('the draft of a form', () => {
  it('keeps every field that the person would have to type again', () => {
    const values = { name: 'ci', scopes: ['read'], expires_in_seconds: 604_800, never: undefined, email: 'a@b.example' }
    expect(withoutSecrets(values)).toEqual(values)
  })

  it.each(['password', 'old_password', 'confirm_password', 'key', 'setup_code', 'client_secret', 'captcha'])(
    'never contains the field %s',
    (field) => expect(withoutSecrets({ [field]: 'text', name: 'ci' })).toEqual({ name: 'ci' }),
  )

  it.each(['lkp_0123456789', 'my key is lkd_abcdefghij', 'LKS_ABCDEFGHIJ'])('never contains the text %s', (text) =>
    expect(withoutSecrets({ name: text })).toEqual({}),
  )
})
