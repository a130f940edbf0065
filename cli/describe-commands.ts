import type { Command } from '@/cli/command'

const CALL = 'npm run latchkey --'

/** Describes all commands, one per line: those of the server’s operator, and those of a person who is signed in. */
export function describeCommands(commands: readonly Command[]): string {
  const isRemote = ({ database }: Command) => database === 'none'
  const groups = [
    ['On the server, as its operator:', linesOf(commands.filter((command) => !isRemote(command)))],
    ['On any machine, as yourself:', linesOf(commands.filter(isRemote))],
  ] as const
  const width = Math.max(...groups.flatMap(([, lines]) => lines.map(([name]) => name.length)))
  return [
    `Usage: ${CALL} <command> [options]`,
    ...groups.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : ['', heading, ...lines.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`)],
    ),
    '',
    `For details and examples: ${CALL} <command> --help`,
    'With --json, the result is printed as JSON for programs.',
    'Exit codes: 0 success, 1 failure or a failed check, 2 invalid command line.',
    'The operator’s settings come from the environment and .env, as for the server.',
  ].join('\n')
}

function linesOf(commands: readonly Command[]): (readonly [string, string])[] {
  return commands.flatMap(({ name, otherName, summary }) => [
    [name, summary] as const,
    ...(otherName === undefined ? [] : [[otherName, `alias of ${name}`] as const]),
  ])
}

/** Describes one command, with its options. */
export function describeCommand(command: Command): string {
  const { name, summary, argument, options, flags = {}, notes, examples } = command
  const parts = [
    ...(argument
      ? [[argument.isRepeated ? `[<${argument.name}> …]` : `<${argument.name}>`, argument.meaning] as const]
      : []),
    ...Object.entries(options).map(([option, meaning]) => [`--${option} …`, meaning] as const),
    ...Object.entries(flags).map(([flag, meaning]) => [`--${flag}`, meaning] as const),
    ['--json', 'print the result as JSON'] as const,
  ]
  const width = Math.max(...parts.map(([part]) => part.length))
  return [
    `Usage: ${CALL} ${[name, ...parts.map(([part]) => part)].join(' ')}`,
    '',
    `${summary}.`,
    '',
    ...parts.map(([part, meaning]) => `  ${part.padEnd(width)}  ${meaning}`),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
    'Examples:',
    ...examples.map((example) => `  ${CALL} ${example}`),
  ].join('\n')
}
