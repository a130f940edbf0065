import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { changeAccountInput, listAccountsQuery } from '@/lib/domain/admin/accounts/schema'
import { revokeManagedTokensInput } from '@/lib/domain/admin/tokens/schema'
import { changePasswordInput, registerInput, setupInput, updateAccountInput } from '@/lib/domain/accounts/schema'
import { confirmResetInput } from '@/lib/domain/recovery/schema'
import { nonExpiringTokenInput, signInInput } from '@/lib/domain/sessions/schema'
import { createTokenInput, revokeTokensInput, updateTokenInput } from '@/lib/domain/tokens/schema'

const wrongFields = (schema: z.ZodType, input: unknown) =>
  (schema.safeParse(input).error?.issues ?? [])
    .flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('/')]))
    .toSorted()

describe('a rule over several fields', () => {
  it.each<[name: string, schema: z.ZodType, input: unknown, wrong: string[]]>([
    ['an empty sign-in', signInInput, {}, ['password', 'username']],
    ['a sign-in with two names', signInInput, { username: 'a', email: 'b', x: 1 }, ['password', 'username', 'x']],
    ['an empty request for a non-expiring token', nonExpiringTokenInput, {}, ['password', 'token_name', 'username']],
    ['a registration', registerInput, { username: 'a b', email: 'x', password: 'one', confirm_password: 'two' }, ['confirm_password', 'email', 'username']],
    ['the setup', setupInput, { password: 'one', confirm_password: 'two' }, ['confirm_password', 'email', 'setup_code', 'username']],
    ['a password change', changePasswordInput, { new_password: 'one', confirm_password: 'two' }, ['confirm_password', 'old_password']],
    ['a password reset', confirmResetInput, { new_password: 'one', confirm_password: 'two' }, ['confirm_password', 'token', 'uid']],
    ['an account update', updateAccountInput, { x: 1 }, ['username', 'x']],
    ['a new token', createTokenInput, { expires_in_seconds: 60, never: true }, ['expires_in_seconds', 'name']],
    ['a token update', updateTokenInput, { password: '' }, ['name', 'password']],
    ['a revocation', revokeTokensInput, { reason: 'x' }, ['ids', 'reason']],
    ['an administrator’s revocation', revokeManagedTokensInput, { reason: 'x' }, ['ids', 'reason']],
    ['an administrator’s account change', changeAccountInput, { password: 'x', y: 1 }, ['password', 'username', 'y']],
    ['a list query', listAccountsQuery, { q: 'a', sort: 'username', status: 'x' }, ['sort', 'status']],
  ])('is reported together with everything else that is wrong: %s', (_, schema, input, wrong) => {
    expect(wrongFields(schema, input)).toEqual(wrong)
  }) // prettier-ignore

  it('is skipped while one of its own fields is wrong', () => {
    const input = { username: 'maya', email: 'maya@example.com', password: 'one', confirm_password: 5 }
    expect(wrongFields(registerInput, input)).toEqual(['confirm_password'])
    expect(wrongFields(revokeTokensInput, { ids: [], kind: 5 })).toEqual(['kind'])
  })
})
