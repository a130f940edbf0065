import type { Command } from '@/cli/command'

const CALL = 'npm run latchkey --'

/** Describes all commands, one per line. */
export function describeCommands(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, otherName, summary }) => [
    [name, summary] as const,
    ...(otherName === undefined ? [] : [[otherName, `the same as ${name}`] as const]),
  ])
  const width = Math.max(...lines.map(([name]) => name.length))
  return [
    `Usage: ${CALL} <command> [options]`,
    '',
    ...lines.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    `${CALL} <command> --help tells more; --json prints what a program can read.`,
    'It ends with 0 when it worked, 1 when it did not, 2 when it was not written as it must be.',
    'Settings are those of the server: the environment and .env.',
  ].join('\n')
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
    ['--json', 'print the outcome as JSON'] as const,
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
