import type { Command } from '@/cli/command'
import { auditExportCommand } from '@/cli/audit-export-command'
import { backupCommand } from '@/cli/backup-command'
import { createAccountCommand } from '@/cli/create-account-command'
import { doctorCommand } from '@/cli/doctor-command'
import { findTokenCommand } from '@/cli/find-token-command'
import { invalidateBeforeCommand } from '@/cli/invalidate-before-command'
import { inviteCommand } from '@/cli/invite-command'
import { listTokensCommand } from '@/cli/list-tokens-command'
import { listUsersCommand } from '@/cli/list-users-command'
import { resetUserCommand } from '@/cli/reset-user-command'
import { restoreCommand } from '@/cli/restore-command'
import { revokeTokenCommand } from '@/cli/revoke-token-command'
import { rotateKeysCommand } from '@/cli/rotate-keys-command'
import { switchUserCommand } from '@/cli/switch-user-command'

/** All that the command line can do, in the order in which help tells of it. */
export const COMMANDS: readonly Command[] = [
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
