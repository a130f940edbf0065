import type { Command } from '@/cli/command'
import { callServer, SERVER_OPTION, signedIn } from '@/cli/remote/call-server'
import { forgetSignIn } from '@/cli/remote/sign-in-file'
import { logoutContract } from '@/lib/domain/sessions/contract'
import { ProblemError } from '@/lib/edge/client/problem-error'

/** The command that signs a person out of a server. */
export const logoutCommand: Command = {
  name: 'logout',
  summary: 'Sign out of a server: revoke the token of this command line and delete it',
  options: SERVER_OPTION,
  flags: { forget: 'only delete the token here, for a server that no longer exists' },
  notes: [],
  examples: ['logout', 'logout --server https://accounts.example.com'],
  database: 'none',
  run: async ({ server }, { flags }) => {
    const who = signedIn(server)
    if (!flags.has('forget')) {
      await callServer(who, logoutContract).catch((error: unknown) => {
        // The token doesn’t work any more, which is what the person asked for.
        if (!(error instanceof ProblemError && error.status === 401)) throw error
      })
    }
    forgetSignIn(who.origin)
    return { lines: [`Signed out of ${who.origin}`], data: { server: who.origin } }
  },
}
