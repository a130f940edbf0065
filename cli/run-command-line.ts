import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { UsageError, type Command, type Options, type Outcome } from '@/cli/command'
import { describeCommand, describeCommands } from '@/cli/describe-commands'
import { AppError } from '@/lib/base/errors/app-error'
import { withoutKeys } from '@/lib/base/log'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { isDatabaseHere, requireDatabase, requireOrMakeDatabase } from '@/lib/process/require-database'

/** The output of a command line. */
export interface Terminal {
  /** Writes a line of the requested output. */
  say: (line: string) => void
  /** Writes text as is; resolves when there is room for more. */
  write: (text: string) => Promise<void>
  /** Writes a line of anything else, such as progress and errors. */
  warn: (line: string) => void
}

/** The commands with one name. */
type Named = readonly [Command, ...Command[]]

interface Given {
  argument: string
  others: readonly string[]
  options: Options
  flags: ReadonlySet<string>
}

/**
 * Runs the command that the arguments name.
 * @returns the exit code: 0 it worked, 1 it failed or found something bad, 2 the command line is malformed
 */
export async function runCommandLine(
  commands: readonly Command[],
  args: readonly string[],
  { say, write, warn }: Terminal,
): Promise<0 | 1 | 2> {
  const isJson = args.includes('--json')
  try {
    const outcome = await run(commands, args, warn)
    if (outcome.stream) for await (const piece of outcome.stream) await write(piece)
    else if (isJson) say(JSON.stringify(outcome.data))
    else for (const line of outcome.lines) say(line)
    return outcome.isBad === true ? 1 : 0
  } catch (error) {
    const isUsage = error instanceof UsageError
    if (isJson) warn(JSON.stringify({ error: describe(error) }))
    else {
      warn(`latchkey: ${explain(error)}`)
      if (isUsage) warn('latchkey: for help, run npm run latchkey -- --help')
    }
    return isUsage ? 2 : 1
  }
}

async function run(
  commands: readonly Command[],
  args: readonly string[],
  warn: (line: string) => void,
): Promise<Outcome> {
  const help = (lines: string) => ({ lines: [lines], data: { help: lines } })
  const [first = ''] = args.filter((arg) => arg !== '--json')
  if (['', 'help', '--help', '-h'].includes(first)) return help(describeCommands(commands))
  const { named, rest } = choose(commands, args)
  if (rest.some((arg) => arg === '--help' || arg === '-h')) return help(named.map(describeCommand).join('\n\n'))
  const command = onlyOne(named, rest)
  const given = read(command, rest)
  if (command.database === 'made') await requireOrMakeDatabase()
  if (command.database === undefined) await requireDatabase()
  const tell = (progress: string) => warn(`latchkey: ${command.name}: ${progress}`)
  const { options, ...surroundings } = given
  const isJson = args.includes('--json')
  return command.run(options, { ...surroundings, isJson, tell, standardInput: () => text(process.stdin) })
}

/** Returns the commands that the first two words name, or else the first word. */
function choose(commands: readonly Command[], args: readonly string[]): { named: Named; rest: string[] } {
  for (const count of [2, 1]) {
    const name = args.slice(0, count).join(' ')
    const [first, ...others] = commands.filter((one) => one.name === name || one.otherName === name)
    if (first !== undefined) return { named: [first, ...others], rest: args.slice(count) }
  }
  throw new UsageError(`unknown command: ${args.slice(0, 1).join('')}`)
}

/**
 * Of two commands with the same name, returns the one that is meant: the operator’s, unless the arguments name a server
 * or your own tokens, or there is no database to operate on.
 */
function onlyOne(named: Named, args: readonly string[]): Command {
  const isOwn = ({ database }: Command) => database === 'none'
  if (named.length === 1) return named[0]
  const isMine = args.some((arg) => /^--(?:mine|server)(?:=|$)/.test(arg)) || !isDatabaseHere()
  return named.find((command) => isOwn(command) === isMine) ?? named[0]
}

function read(command: Command, args: string[]): Given {
  const { name, argument } = command
  const { values, positionals } = parse(command, args)
  if (argument && !argument.isRepeated && positionals.length !== 1)
    throw new UsageError(`${name} takes exactly one <${argument.name}>`)
  const entries: [string, unknown][] = Object.entries(values)
  return {
    argument: positionals[0] ?? '',
    others: positionals.slice(1),
    options: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')) as Options,
    flags: new Set(entries.flatMap(([flag, value]) => (value === true ? [flag] : []))),
  }
}

interface Parsed {
  values: Readonly<Record<string, unknown>>
  positionals: readonly string[]
}

function parse({ argument, options, flags = {} }: Command, args: string[]): Parsed {
  const strings = Object.keys(options).map((option) => [option, { type: 'string' }] as const)
  const booleans = [...Object.keys(flags), 'json'].map((flag) => [flag, { type: 'boolean' }] as const)
  const named = Object.fromEntries<{ type: 'string' | 'boolean' }>([...strings, ...booleans])
  try {
    return parseArgs({ args, options: named, strict: true, allowPositionals: argument !== undefined })
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause })
  }
}

/** Explains an error to the person who typed the command. */
function explain(error: unknown): string {
  if (!isRejection(error) || error.errors.length === 0) return messageOf(error)
  return error.errors.map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail}`).join('\n          ')
}

/** Describes an error for a program. */
function describe(error: unknown): Record<string, unknown> {
  if (isRejection(error)) return { code: error.code, message: error.message, errors: error.errors }
  return { code: error instanceof UsageError ? 'usage' : 'failed', message: messageOf(error) }
}

/** Whether a use case or a server rejected the input, with a code. */
function isRejection(error: unknown): error is AppError | ProblemError {
  return error instanceof AppError || error instanceof ProblemError
}

/**
 * Returns the message of an error, without keys. Of Prisma's messages only the last line is shown: the lines before it
 * quote the values of the failed statement.
 */
function messageOf(error: unknown): string {
  const { message } = error as Error
  return withoutKeys((error as Error).name.startsWith('Prisma') ? (message.trim().split('\n').at(-1) ?? '') : message)
}
