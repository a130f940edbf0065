import type { Command } from '@/cli/command'
import { examineInstance } from '@/lib/domain/service/examine-instance'

const SIGNS = { good: 'ok', notable: 'note', bad: 'FAIL' } as const

/** The command that checks whether everything is as it should be. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Check settings, database, migrations, clocks and the mail server without changing anything',
  options: {},
  notes: ['Exits with 1 if a check fails. A note is not a failure: it may be what you want.'],
  examples: ['doctor', 'doctor --json'],
  database: 'any',
  run: async (_, { tell }) => {
    const findings = await examineInstance(tell)
    const isBad = findings.some(({ state }) => state === 'bad')
    return {
      lines: findings.map(({ check, state, detail }) => `${SIGNS[state].padEnd(4)}  ${check.padEnd(10)}  ${detail}`),
      data: { healthy: !isBad, findings },
      isBad,
    }
  },
}
