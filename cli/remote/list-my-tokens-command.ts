import type { Command } from '@/cli/command'
import { LIST_OPTIONS, listOutcome } from '@/cli/commands/list-outcome'
import { callServer, MINE_FLAG, SERVER_OPTION, signedIn } from '@/cli/remote/call-server'
import { plainText } from '@/cli/remote/plain-text'
import { listTokensContract } from '@/lib/domain/tokens/contract'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** The command that lists the tokens of the person who is signed in. */
export const listMyTokensCommand: Command = {
  name: 'tokens list',
  summary: 'List your tokens',
  options: {
    ...SERVER_OPTION,
    q: 'part of a token name, or last characters of a token',
    kind: 'personal (the default), session, device or refresh',
    status: 'active, expired or revoked',
    ...LIST_OPTIONS,
  },
  flags: MINE_FLAG,
  notes: [],
  examples: ['tokens list --mine --status active', 'tokens list --server https://accounts.example.com --json'],
  database: 'none',
  run: async ({ server, ...options }, { tell }) => {
    const who = signedIn(server)
    tell(`your tokens on ${who.origin}`)
    const page = await callServer(who, listTokensContract, { query: { kind: 'personal', ...options } })
    return listOutcome(page, columnsOf)
  },
}

function columnsOf({ id, hint, status, expires_at, name }: TokenView): string[] {
  return [id, hint, status, expires_at ?? 'no expiry', name].map(plainText)
}
