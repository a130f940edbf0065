import { UsageError, type Command } from '@/cli/command'
import { callServer, SERVER_OPTION, signedIn } from '@/cli/remote/call-server'
import { plainText } from '@/cli/remote/plain-text'
import { withStepUp } from '@/cli/remote/with-step-up'
import { DAY_SECONDS } from '@/lib/base/durations'
import { createTokenContract } from '@/lib/domain/tokens/contract'

/** The command that creates a personal token for the person who is signed in. */
export const createMyTokenCommand: Command = {
  name: 'tokens create',
  summary: 'Create a token; prints it once',
  argument: { name: 'name', meaning: 'where you will use it, for example ci-deploy' },
  options: {
    ...SERVER_OPTION,
    scopes: 'its scopes, separated by commas; default: none',
    days: 'after how many days it expires; default: as the server is set up',
  },
  flags: { never: 'it doesn’t expire, if the server allows that' },
  notes: [
    'Prints the token on standard output and everything else on standard error.',
    'The server may ask for your password. It is read from the terminal, or from standard input.',
  ],
  examples: ['tokens create ci-deploy --scopes read --days 30', 'tokens create backup --json > token.json'],
  database: 'none',
  run: async ({ server, scopes, days }, { argument: name, flags, tell }) => {
    if (days !== undefined && !/^\d{1,5}$/.test(days)) throw new UsageError('--days must be a number of days')
    if (days !== undefined && flags.has('never')) throw new UsageError('use either --days or --never, not both')
    const body = {
      name,
      ...(scopes !== undefined && { scopes: scopes.split(',').filter((scope) => scope !== '') }),
      ...(days !== undefined && { expires_in_seconds: Number(days) * DAY_SECONDS }),
      ...(flags.has('never') && { never: true as const }),
    }
    const who = signedIn(server)
    const token = await withStepUp(who, () => callServer(who, createTokenContract, { body }))
    const expiry = token.expires_at === null ? 'doesn’t expire' : `expires at ${token.expires_at}`
    tell(plainText(`${token.name} (${token.id}) ${expiry}; it is shown only this once`))
    return { lines: [plainText(token.key)], data: token }
  },
}
