import { once } from 'node:events'
import { COMMANDS } from '@/cli/commands'
import { runCommandLine } from '@/cli/run-command-line'
import { loadDotEnv } from '@/lib/base/env'

/** The exit code that a shell reports for a program whose output nobody reads any more: 128 plus SIGPIPE. */
const UNREAD = 141

// Only the operating-system account that runs this command may read what it creates.
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
// Flush first: a pipe may take what it is given later.
process.stdout.write('', (error) => {
  // On an error, the listener above exits.
  if (!error) process.exit(exitCode)
})
