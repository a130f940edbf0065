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
    ['sign-in, of nothing', signInInput, {}, ['password', 'username']],
    ['sign-in, of two names', signInInput, { username: 'a', email: 'b', x: 1 }, ['password', 'username', 'x']],
    ['a non-expiring token, of nothing', nonExpiringTokenInput, {}, ['password', 'token_name', 'username']],
    ['registering', registerInput, { username: 'a b', email: 'x', password: 'one', confirm_password: 'two' }, ['confirm_password', 'email', 'username']],
    ['the setup', setupInput, { password: 'one', confirm_password: 'two' }, ['confirm_password', 'email', 'setup_code', 'username']],
    ['a change of password', changePasswordInput, { new_password: 'one', confirm_password: 'two' }, ['confirm_password', 'old_password']],
    ['a reset', confirmResetInput, { new_password: 'one', confirm_password: 'two' }, ['confirm_password', 'token', 'uid']],
    ['an account', updateAccountInput, { x: 1 }, ['username', 'x']],
    ['a token', createTokenInput, { expires_in_seconds: 60, never: true }, ['expires_in_seconds', 'name']],
    ['a token’s names', updateTokenInput, { password: '' }, ['name', 'password']],
    ['a revocation', revokeTokensInput, { reason: 'x' }, ['ids', 'reason']],
    ['an administrator’s revocation', revokeManagedTokensInput, { reason: 'x' }, ['ids', 'reason']],
    ['an administrator’s change', changeAccountInput, { password: 'x', y: 1 }, ['password', 'username', 'y']],
    ['a list', listAccountsQuery, { q: 'a', sort: 'username', status: 'x' }, ['sort', 'status']],
  ])('is told together with everything else that is wrong: %s', (_, schema, input, wrong) => {
    expect(wrongFields(schema, input)).toEqual(wrong)
  }) // prettier-ignore

  it('is not asked while one of its fields is wrong itself', () => {
    const input = { username: 'maya', email: 'maya@example.com', password: 'one', confirm_password: 5 }
    expect(wrongFields(registerInput, input)).toEqual(['confirm_password'])
    expect(wrongFields(revokeTokensInput, { ids: [], kind: 5 })).toEqual(['kind'])
  })
})
