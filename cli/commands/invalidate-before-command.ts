import { UsageError, type Command } from '@/cli/command'
import { instantInput } from '@/lib/base/schema/instant-input'
import { invalidateOlder } from '@/lib/domain/tokens/revocation/invalidate-older'

/** The command that revokes every credential that is older than an instant. */
export const invalidateBeforeCommand: Command = {
  name: 'invalidate-before',
  summary: 'End every session, device, token, key and link that was made before an instant',
  argument: { name: 'time', meaning: 'an instant with its offset, such as 2027-02-19T21:40:00Z' },
  options: {},
  notes: [
    'For the time after a restore: what was revoked after the backup lives again until this has run.',
    'Tokens whose owners gave them a new key since then live on. Passwords stay as they are in the backup.',
    'It can run before the server starts, or beside it; what it has ended is refused from the next request on.',
  ],
  examples: ['invalidate-before 2027-02-19T21:40:00Z', 'invalidate-before 2027-02-19T22:40:00+01:00 --json'],
  run: async (_, { argument, tell }) => {
    const parsed = instantInput.safeParse(argument)
    if (!parsed.success) throw new UsageError(`<time> ${parsed.error.issues[0]?.message ?? 'is no instant'}`)
    const before = new Date(parsed.data)
    const ended = await invalidateOlder(before, (done, total) => tell(`${done} of ${total} tokens`))
    const replaced = ended.signing_key_replaced ? 'another key will sign JWTs' : 'the key that signs JWTs is newer'
    return {
      lines: [
        `${ended.tokens} tokens, ${ended.superseded_keys} superseded keys and ${ended.codes} links are ended; ${replaced}`,
      ],
      data: { before: before.toISOString(), ...ended },
    }
  },
}
