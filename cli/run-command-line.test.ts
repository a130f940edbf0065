import { describe, expect, it } from 'vitest'
import { UsageError, type Command, type Outcome } from '@/cli/command'
import { runCommandLine } from '@/cli/run-command-line'
import { AppError } from '@/lib/base/errors/app-error'

const command = (run: Command['run'], parts: Partial<Command>): Command => ({
  name: 'keys turn',
  otherName: 'turn-keys',
  summary: 'Turn a key',
  argument: { name: 'door', meaning: 'which one' },
  options: { times: 'how often' },
  flags: { hard: 'with force' },
  notes: ['It may squeak.'],
  examples: ['keys turn front --times 2'],
  database: 'any',
  run,
  ...parts,
})
const done = async (): Promise<Outcome> => ({ lines: ['turned'], data: { turned: true } })

async function call(args: string[], run: Command['run'] = done, parts: Partial<Command> = {}) {
  const said: string[] = []
  const warned: string[] = []
  const terminal = {
    say: (line: string) => said.push(line),
    write: async (text: string) => void said.push(text),
    warn: (line: string) => warned.push(line),
  }
  const exitCode = await runCommandLine([command(run, parts)], args, terminal)
  return { exitCode, said, warned }
}

describe('a command line', () => {
  it('passes its arguments on, under the command’s name and under its other name', async () => {
    const run: Command['run'] = async (options, { argument, flags, tell }) => {
      tell('half')
      return { lines: [`${argument} ${options['times'] ?? 'once'} ${[...flags].join('')}`], data: null }
    }
    expect(await call(['keys', 'turn', 'front', '--times', '2', '--hard'], run)).toEqual({
      exitCode: 0,
      said: ['front 2 hard'],
      warned: ['latchkey: keys turn: half'],
    })
    expect((await call(['turn-keys', 'front'], run)).said).toEqual(['front once '])
  })

  it('passes several arguments on, or none, if the command takes several', async () => {
    const run: Command['run'] = async (_, { argument, others }) => ({
      lines: [[argument, ...others].join('+')],
      data: null,
    })
    const several = (args: string[]) =>
      call(args, run, { argument: { name: 'door', meaning: 'which', isRepeated: true } })
    expect((await several(['keys', 'turn', 'front', 'back', 'side'])).said).toEqual(['front+back+side'])
    expect((await several(['keys', 'turn'])).said).toEqual([''])
  })

  it('prints JSON with --json, wherever it appears, and nothing else on standard output', async () => {
    const { exitCode, said } = await call(['keys', 'turn', '--json', 'front'])
    expect([exitCode, said]).toEqual([0, ['{"turned":true}']])
    const failed = await call(['keys', 'turn', 'front', '--json'], async () => {
      throw new AppError('busy', { detail: 'Later' })
    })
    expect(failed).toMatchObject({ exitCode: 1, said: [] })
    expect(JSON.parse(failed.warned[0] ?? '')).toMatchObject({ error: { code: 'busy', message: 'Later' } })
  })

  it.each<[string, () => Promise<Outcome>, number]>([
    ['the command worked', done, 0],
    ['what the command found is bad', async () => ({ ...(await done()), isBad: true }), 1],
    ['the command failed', async () => Promise.reject(new Error('jammed')), 1],
    ['the command line is malformed', async () => Promise.reject(new UsageError('no such door')), 2],
  ])('sets the exit code if %s', async (_, run, exitCode) => {
    expect((await call(['keys', 'turn', 'front'], run)).exitCode).toBe(exitCode)
  })

  it.each([
    [['burn'], /unknown command: burn/],
    [['keys'], /unknown command: keys/],
    [['keys', 'turn'], /keys turn takes exactly one <door>/],
    [['keys', 'turn', 'front', 'back'], /keys turn takes exactly one <door>/],
    [['keys', 'turn', 'front', '--loud'], /'--loud'/],
    [['keys', 'turn', 'front', '--hard=yes'], /'--hard'/],
  ])('names the mistake and exits with 2 for %j', async (args, words) => {
    const { exitCode, said, warned } = await call(args)
    expect([exitCode, said]).toEqual([2, []])
    expect(warned.join('\n')).toMatch(words)
  })

  it('prints help: on all commands, or on one of them, with its parts and an example', async () => {
    for (const args of [[], ['help'], ['--help']]) {
      expect(await call(args)).toMatchObject({
        exitCode: 0,
        said: [expect.stringMatching(/keys turn {2}Turn a key\n {2}turn-keys {2}alias of keys turn\n/)],
      })
    }
    const { exitCode, said } = await call(['keys', 'turn', '--help'])
    expect(exitCode).toBe(0)
    for (const words of ['<door>', '--times …', '--hard', '--json', 'It may squeak.', 'npm run latchkey -- keys turn front']) {
      expect(said[0]).toContain(words)
    }
  }) // prettier-ignore

  it('blanks out a key in an error message', async () => {
    const { warned } = await call(['keys', 'turn', 'front'], async () =>
      Promise.reject(new Error('refused lkp_0123456789abcdefghij')),
    )
    expect(warned).toEqual(['latchkey: refused [key]'])
  })
})
