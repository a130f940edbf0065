import type { Command } from '@/cli/command'
import { callServer, type SignedIn } from '@/cli/remote/call-server'
import { plainText } from '@/cli/remote/plain-text'
import { requestSignIn } from '@/cli/remote/request-sign-in'
import { serverOrigin } from '@/cli/remote/server-origin'
import { keepSignIn, readSignIns, signInFile } from '@/cli/remote/sign-in-file'
import { settings } from '@/lib/base/env'
import { getAccountContract } from '@/lib/domain/accounts/contract'
import { logoutContract } from '@/lib/domain/sessions/contract'

/** The command that signs a person in to a server. */
export const loginCommand: Command = {
  name: 'login',
  summary: 'Sign in to a server through a browser, on this or any other device',
  options: { server: 'the address of the server; default: APP_URL' },
  notes: [
    'Prints an address and a code. Open the address, sign in, and compare the code before you approve it.',
    'The token is kept in $XDG_CONFIG_HOME/latchkey (or ~/.config/latchkey), readable only by you. It can do what you',
    'can do, and appears among your devices, where you can sign it out too.',
    'If you are signed in to several servers, commands use the last one, or the one that --server names.',
  ],
  examples: ['login --server https://accounts.example.com', 'login'],
  database: 'none',
  run: async ({ server }, { tell }) => {
    const origin = server === undefined ? settings().appOrigin : serverOrigin(server)
    // Read first: if the file is damaged, the command says so before the person approves a code.
    const { servers } = readSignIns()
    const who: SignedIn = { origin, token: await requestSignIn(origin, tell) }
    try {
      keepSignIn(origin, who.token)
    } catch (cause) {
      await callServer(who, logoutContract).catch(() => null)
      throw new Error(`${signInFile()} can’t be written: ${(cause as Error).message}`, { cause })
    }
    const before = servers[origin]
    // Nobody has the replaced token any more. If it can’t be revoked now, it expires.
    if (before !== undefined) await callServer({ origin, token: before.token }, logoutContract).catch(() => null)
    const account = await callServer(who, getAccountContract)
    return { lines: [`Signed in to ${origin} as ${plainText(account.username)}`], data: { server: origin, account } }
  },
}
