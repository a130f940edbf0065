import { beforeEach, expect, it } from 'vitest'
import { auditExportCommand } from '@/cli/commands/audit-export-command'
import type { Command, Options, Surroundings } from '@/cli/command'
import { listTokensCommand } from '@/cli/commands/list-tokens-command'
import { listUsersCommand } from '@/cli/commands/list-users-command'
import { resetUserCommand } from '@/cli/commands/reset-user-command'
import { revokeTokenCommand } from '@/cli/commands/revoke-token-command'
import { switchUserCommand } from '@/cli/commands/switch-user-command'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { withSettings } from '@/test/support/with-settings'
import { ACME, newIdentity } from '@/test/support/identities'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'

const run = (command: Command, argument = '', options: Options = {}, more: Partial<Surroundings> = {}) =>
  command.run(options, {
    argument,
    others: [],
    flags: new Set(),
    isJson: false,
    tell: () => undefined,
    standardInput: async () => '',
    ...more,
  })
const codeOf = async (key: string) => (await call(verify, { key })).json.code ?? 'live'
const trail = async () =>
  (await database().auditEvent.findMany({ orderBy: { id: 'asc' } })).map(({ action, actorUserId }) => [
    action,
    actorUserId,
  ])

beforeEach(newInstance)

it('finds, deactivates and reactivates an account, together with its tokens', async () => {
  await newAccount({ username: 'ada', isAdmin: true })
  const maya = await newAccount({ username: 'maya' })
  const device = await newToken(maya, 'device')
  const personal = await newToken(maya, 'personal')
  expect((await run(listUsersCommand, '', { q: 'ma' })).lines).toEqual([expect.stringContaining(`${maya.id}  maya`)])
  await run(switchUserCommand(false), 'Maya')
  expect(await codeOf(device.key)).toMatch(/token_revoked|owner_inactive/)
  expect(await codeOf(personal.key)).toBe('owner_inactive')
  expect((await run(listUsersCommand, '', { status: 'inactive' })).lines).toHaveLength(1)
  expect((await run(switchUserCommand(true), maya.email)).data).toMatchObject({ is_active: true })
  expect([await codeOf(device.key), await codeOf(personal.key)]).toEqual(['token_revoked', 'live'])
  expect(await trail()).toEqual([
    ['token.revoked', null],
    ['account.deactivated', null],
    ['account.activated', null],
  ])
  await expect(run(switchUserCommand(false), 'ada')).rejects.toMatchObject({ code: 'last_admin' })
  await expect(run(switchUserCommand(false), 'nobody')).rejects.toMatchObject({ code: 'account_not_found' })
})

it('lists how people sign in, and finds those who were not seen at their provider', async () => {
  withSettings(ACME)
  const maya = await newAccount({ username: 'maya' })
  await newIdentity(maya, 'acme', { daysUnused: 61 })
  await newIdentity(await newAccount({ username: 'noor' }), 'acme', { daysUnused: 1 })
  const { lines } = await run(listUsersCommand, '', { 'unseen-days': '60' })
  expect(lines).toEqual([`${maya.id}  maya  ${maya.email}  user  password,acme`])
  const wrong = run(listUsersCommand, '', { 'unseen-days': 'many' })
  await expect(wrong).rejects.toMatchObject({ code: 'invalid_input' })
})

it('resets an account with a link for a new password, and shows no password', async () => {
  await newAccount({ username: 'maya' })
  const { lines } = await run(resetUserCommand, 'maya')
  expect(lines).toEqual([
    expect.stringMatching(/^http:\/\/localhost:3000\/reset-password#uid=.*&token=[0-9A-Za-z]{30}$/),
  ])
  expect(await trail()).toEqual([['account.password_reset_asked', null]])
})

it('finds and revokes a token, and never shows its key', async () => {
  const maya = await newAccount({ username: 'maya' })
  const { id, key } = await newToken(maya, 'personal', { name: 'deploy' })
  await newToken(maya, 'personal', { name: 'other' })
  const found = await run(listTokensCommand, '', { q: 'dep', user: 'maya' })
  expect(found.lines).toEqual([expect.stringMatching(new RegExp(`^${id}  personal  maya  .*  deploy$`))])
  expect(JSON.stringify(found)).not.toContain(key)
  await run(revokeTokenCommand, id, { reason: 'leaked' })
  expect(await codeOf(key)).toBe('token_revoked')
  await expect(run(revokeTokenCommand, id)).rejects.toMatchObject({ code: 'token_not_found' })
  expect(await trail()).toEqual([['token.revoked', null]])
})

it('revokes several tokens at once, and one by its key', async () => {
  const maya = await newAccount({ username: 'maya' })
  const [first, second, third] = [
    await newToken(maya, 'personal'),
    await newToken(maya, 'device'),
    await newToken(maya, 'personal'),
  ]
  const absent = '01890a5d-ac96-774b-8000-000000000000'
  const both = await run(revokeTokenCommand, first.id, {}, { others: [second.id, absent] })
  expect(both).toMatchObject({ lines: ['Revoked 2 of 3 tokens; the others were not found or already revoked'], isBad: true })
  const flags = new Set(['key'])
  const standardInput = async () => `${third.key}\n`
  const byKey = await run(revokeTokenCommand, '', { reason: 'leaked' }, { flags, standardInput })
  expect(byKey).toMatchObject({ lines: [`Revoked ${third.id}`], data: { ids: [third.id], revoked: 1 } })
  for (const { key } of [first, second, third]) expect(await codeOf(key)).toBe('token_revoked')
  await expect(run(revokeTokenCommand)).rejects.toThrow('needs an ID')
  await expect(run(revokeTokenCommand, first.id, {}, { flags, standardInput })).rejects.toThrow('either')
}) // prettier-ignore

it('streams the audit log, one row per line, in the requested format', async () => {
  const maya = await newAccount({ username: 'maya' })
  await run(resetUserCommand, 'maya')
  const { id } = await newToken(maya, 'personal')
  await run(revokeTokenCommand, id)
  const textOf = async (options: Options) => {
    let text = ''
    for await (const piece of (await run(auditExportCommand, '', options)).stream ?? []) text += piece
    return text.trimEnd().split(/\r?\n/)
  }
  const rows = (await textOf({})).map((line) => JSON.parse(line))
  expect(rows.map(({ action }) => action)).toEqual(['token.revoked', 'account.password_reset_asked'])
  const [head, ...lines] = await textOf({ format: 'csv', action: 'token.revoked' })
  expect([head?.split(',')[0], lines.length]).toEqual(['id', 1])
  await expect(run(auditExportCommand, '', { format: 'xml' })).rejects.toThrow('--format')
  await expect(run(auditExportCommand, '', { format: 'csv' }, { isJson: true })).rejects.toThrow('--json')
  expect((await run(auditExportCommand, '', {}, { isJson: true })).stream).toBeDefined()
})

it('reports progress while it exports a long audit log', async () => {
  const row = { occurredAt: new Date(), action: 'token.created', targetType: 'token', targetId: 'x', details: {} }
  await database().auditEvent.createMany({ data: Array.from({ length: 1200 }, () => row) })
  const told: string[] = []
  const { stream } = await run(auditExportCommand, '', {}, { tell: (progress) => told.push(progress) })
  for await (const piece of stream ?? []) expect(piece).not.toBe('')
  expect(told).toEqual(['1000 rows', '1200 rows, done'])
})
