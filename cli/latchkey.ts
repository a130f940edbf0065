import { parseArgs } from 'node:util'
import { UsageError, type Command, type Options } from '@/cli/command'
import { createAccountCommand } from '@/cli/create-account-command'
import { describeCommand, describeCommands } from '@/cli/describe-commands'
import { inviteCommand } from '@/cli/invite-command'
import { rotateKeysCommand } from '@/cli/rotate-keys-command'
import { loadDotEnv } from '@/lib/env'
import { AppError } from '@/lib/errors/app-error'
import { prepareDatabase } from '@/lib/process/prepare-database'

const COMMANDS: readonly Command[] = [
  createAccountCommand(true),
  createAccountCommand(false),
  inviteCommand,
  rotateKeysCommand,
]

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Runs what the arguments name. @throws UsageError, SettingsError, AppError */
async function runCommand([name = '', ...args]: readonly string[]): Promise<void> {
  if (['', 'help', '--help', '-h'].includes(name)) return void say(describeCommands(COMMANDS))
  const command = COMMANDS.find((one) => one.name === name)
  if (command === undefined) throw new UsageError(`there is no command ${name}`)
  const options = readOptions(command, args)
  if (options === 'help') return void say(describeCommand(command))
  loadDotEnv()
  await prepareDatabase()
  for (const line of await command.run(options)) say(line)
}

function readOptions(command: Command, args: readonly string[]): Options | 'help' {
  const named = Object.keys(command.options).map((option) => [option, { type: 'string' }] as const)
  const options = { ...Object.fromEntries(named), help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
    return values.help === true ? 'help' : (values as Options)
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause })
  }
}

/** What went wrong, for the person who typed the command. */
function explain(error: unknown): string {
  if (!(error instanceof AppError) || error.errors.length === 0) return (error as Error).message
  return error.errors.map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail}`).join('\n          ')
}

// What is made here is for the account that runs the server, and nobody else.
process.umask(0o077)
try {
  await runCommand(process.argv.slice(2))
  process.exit(0)
} catch (error) {
  const isUsage = error instanceof UsageError
  process.stderr.write(`latchkey: ${explain(error)}\n`)
  if (isUsage) process.stderr.write('latchkey: npm run latchkey -- --help shows how\n')
  process.exit(isUsage ? 2 : 1)
}
