import type { Command } from '@/cli/command'
import { auditExportCommand } from '@/cli/commands/audit-export-command'
import { backupCommand } from '@/cli/commands/backup-command'
import { createAccountCommand } from '@/cli/commands/create-account-command'
import { doctorCommand } from '@/cli/commands/doctor-command'
import { findTokenCommand } from '@/cli/commands/find-token-command'
import { invalidateBeforeCommand } from '@/cli/commands/invalidate-before-command'
import { inviteCommand } from '@/cli/commands/invite-command'
import { listTokensCommand } from '@/cli/commands/list-tokens-command'
import { listUsersCommand } from '@/cli/commands/list-users-command'
import { resetUserCommand } from '@/cli/commands/reset-user-command'
import { restoreCommand } from '@/cli/commands/restore-command'
import { revokeTokenCommand } from '@/cli/commands/revoke-token-command'
import { rotateKeysCommand } from '@/cli/commands/rotate-keys-command'
import { switchUserCommand } from '@/cli/commands/switch-user-command'
import { createMyTokenCommand } from '@/cli/remote/create-my-token-command'
import { listMyTokensCommand } from '@/cli/remote/list-my-tokens-command'
import { loginCommand } from '@/cli/remote/login-command'
import { logoutCommand } from '@/cli/remote/logout-command'
import { revokeMyTokensCommand } from '@/cli/remote/revoke-my-tokens-command'
import { whoamiCommand } from '@/cli/remote/whoami-command'

/**
 * All commands, in the order in which the help lists them. Where two have the same name, one is the operator’s and one is
 * for your own tokens.
 */
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
  loginCommand,
  whoamiCommand,
  listMyTokensCommand,
  createMyTokenCommand,
  revokeMyTokensCommand,
  logoutCommand,
]
