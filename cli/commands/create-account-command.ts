import { UsageError, type Command } from '@/cli/command'
import { readPassword } from '@/cli/read-password'
import { createAccountByOperator } from '@/lib/domain/accounts/registration/create-account-by-operator'
import { newAccountInput } from '@/lib/domain/accounts/schema'
import { parseInput } from '@/lib/edge/http/read-body'

const NOTES = [
  'Asks for the password twice, or reads it from standard input. The password is never an argument,',
  'because other programs on the machine can see arguments.',
  'The email address counts as confirmed: you vouch for it.',
]

/** Builds the command that creates an account, with or without the rights of an administrator. */
export function createAccountCommand(isAdmin: boolean): Command {
  const name = isAdmin ? 'create-admin' : 'create-user'
  const otherName = isAdmin ? 'users create-admin' : 'users create'
  return {
    name,
    otherName,
    summary: isAdmin ? 'Create an administrator account' : 'Create an account',
    options: { username: 'the username to sign in with', email: 'the email address' },
    notes: isAdmin ? [...NOTES, 'If setup is still open in the browser, this completes it.'] : NOTES,
    examples: [name, otherName].map((one) => `${one} --username maya --email maya@example.com`),
    database: 'made',
    run: async ({ username, email }) => {
      if (username === undefined || email === undefined) throw new UsageError('--username and --email are required')
      const input = parseInput(newAccountInput, { username, email, password: await readPassword() })
      const account = await createAccountByOperator(input, isAdmin)
      return { lines: [`Created ${account.username} (${account.id})`], data: account }
    },
  }
}
