import type { Command } from '@/cli/command'

const CALL = 'npm run latchkey --'

/** All commands, a line each. */
export function describeCommands(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    `Usage: ${CALL} <command> [options]`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    `${CALL} <command> --help tells more. Settings are those of the server: the environment and .env.`,
  ].join('\n')
}

/** One command, with its options. */
export function describeCommand({ name, summary, options, notes }: Command): string {
  const width = Math.max(...Object.keys(options).map((option) => option.length))
  return [
    `Usage: ${CALL} ${name} ${Object.keys(options).map((option) => `--${option} …`).join(' ')}`,
    '',
    `${summary}.`,
    '',
    ...Object.entries(options).map(([option, meaning]) => `  --${option.padEnd(width)}  ${meaning}`),
    '',
    ...notes,
  ].join('\n') // prettier-ignore
}
