import { UsageError, type Command } from '@/cli/command'
import { readPassword } from '@/cli/read-password'
import { createAccountByOperator } from '@/lib/domain/accounts/registration/create-account-by-operator'
import { newAccountInput } from '@/lib/domain/accounts/schema'
import { parseInput } from '@/lib/edge/http/read-body'

const NOTES = [
  'The password is asked for, twice, or read from standard input: never given as an argument,',
  'where every program on the machine could see it.',
  'The address counts as confirmed: you answer for it.',
]

/** Builds the command that creates an account, with or without the rights of an administrator. */
export function createAccountCommand(isAdmin: boolean): Command {
  const name = isAdmin ? 'create-admin' : 'create-user'
  const otherName = isAdmin ? 'users create-admin' : 'users create'
  return {
    name,
    otherName,
    summary: isAdmin ? 'Make an account that may administer everything' : 'Make an account',
    options: { username: 'the name to sign in with', email: 'the e-mail address' },
    notes: isAdmin ? [...NOTES, 'Where the setup was still open, this ends it.'] : NOTES,
    examples: [name, otherName].map((one) => `${one} --username maya --email maya@example.com`),
    database: 'made',
    run: async ({ username, email }) => {
      if (username === undefined || email === undefined) throw new UsageError('--username and --email are needed')
      const input = parseInput(newAccountInput, { username, email, password: await readPassword() })
      const account = await createAccountByOperator(input, isAdmin)
      return { lines: [`${account.username} was created (${account.id})`], data: account }
    },
  }
}
