import { once } from 'node:events'
import { COMMANDS } from '@/cli/commands'
import { runCommandLine } from '@/cli/run-command-line'
import { loadDotEnv } from '@/lib/base/env'

/** What a shell says of a program that wrote into a pipe which nobody reads any more: 128 and SIGPIPE. */
const UNREAD = 141

// What is made here is for the account that runs the server, and nobody else.
process.umask(0o077)
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`latchkey: ${error.message}\n`)
  process.exit(error.code === 'EPIPE' ? UNREAD : 1)
})
loadDotEnv()
const exitCode = await runCommandLine(COMMANDS, process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  warn: (line) => process.stderr.write(`${line}\n`),
})
// Written out first: a pipe takes what it is given later.
process.stdout.write('', (error) => {
  // Of a fault the listener above makes an end.
  if (!error) process.exit(exitCode)
})
