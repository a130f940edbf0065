import { UsageError, type Command } from '@/cli/command'
import { instantInput } from '@/lib/base/schema/instant-input'
import { invalidateOlder } from '@/lib/domain/tokens/revocation/invalidate-older'

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The command that revokes every credential that is older than an instant. */
export const invalidateBeforeCommand: Command = {
  name: 'invalidate-before',
  summary: 'Invalidate every session, app, token, key, email link and invitation created before a given time',
  argument: { name: 'time', meaning: 'a time with its UTC offset, for example 2027-02-19T21:40:00Z' },
  options: {},
  notes: [
    'Run this after a restore: until then, everything that was revoked after the backup works again.',
    'Tokens that got a new secret since then keep working, except API clients. Passwords stay as in the backup.',
    'You can run it before the server starts or while it runs. Everything it invalidates stops working immediately.',
  ],
  examples: ['invalidate-before 2027-02-19T21:40:00Z', 'invalidate-before 2027-02-19T22:40:00+01:00 --json'],
  run: async (_, { argument, tell }) => {
    const parsed = instantInput.safeParse(argument)
    if (!parsed.success) throw new UsageError(`<time>: ${parsed.error.issues[0]?.message ?? 'not a valid time'}`)
    const before = new Date(parsed.data)
    const ended = await invalidateOlder(before, (done, total) => tell(`${done} of ${total} tokens`))
    const rest = `${counted(ended.superseded_keys, 'replaced key')} and ${counted(ended.codes, 'link')}`
    return {
      lines: [
        `Invalidated ${counted(ended.tokens, 'token')}, ${rest}.`,
        ended.signing_key_replaced ? 'A new key will sign JWTs.' : 'The key that signs JWTs is newer and stays.',
      ],
      data: { before: before.toISOString(), ...ended },
    }
  },
}
