import { once } from 'node:events'
import { auditExportCommand } from '@/cli/audit-export-command'
import { backupCommand } from '@/cli/backup-command'
import type { Command } from '@/cli/command'
import { createAccountCommand } from '@/cli/create-account-command'
import { doctorCommand } from '@/cli/doctor-command'
import { invalidateBeforeCommand } from '@/cli/invalidate-before-command'
import { inviteCommand } from '@/cli/invite-command'
import { restoreCommand } from '@/cli/restore-command'
import { resetUserCommand } from '@/cli/reset-user-command'
import { rotateKeysCommand } from '@/cli/rotate-keys-command'
import { runCommandLine } from '@/cli/run-command-line'
import { findTokenCommand } from '@/cli/find-token-command'
import { listTokensCommand } from '@/cli/list-tokens-command'
import { listUsersCommand } from '@/cli/list-users-command'
import { revokeTokenCommand } from '@/cli/revoke-token-command'
import { switchUserCommand } from '@/cli/switch-user-command'
import { loadDotEnv } from '@/lib/env'

const COMMANDS: readonly Command[] = [
  createAccountCommand(true),
  createAccountCommand(false),
  inviteCommand,
  listUsersCommand,
  switchUserCommand(false),
  switchUserCommand(true),
  resetUserCommand,
  listTokensCommand,
  findTokenCommand,
  revokeTokenCommand,
  auditExportCommand,
  rotateKeysCommand,
  backupCommand,
  restoreCommand,
  invalidateBeforeCommand,
  doctorCommand,
]

// What is made here is for the account that runs the server, and nobody else.
process.umask(0o077)
loadDotEnv()
const exitCode = await runCommandLine(COMMANDS, process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  warn: (line) => process.stderr.write(`${line}\n`),
})
// Written out first: a pipe takes what it is given later.
process.stdout.write('', () => process.exit(exitCode))
