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
  it('hands over what was written, under the present name and the other one', async () => {
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

  it('takes several of what a command takes several of, or none', async () => {
    const run: Command['run'] = async (_, { argument, others }) => ({
      lines: [[argument, ...others].join('+')],
      data: null,
    })
    const several = (args: string[]) =>
      call(args, run, { argument: { name: 'door', meaning: 'which', isRepeated: true } })
    expect((await several(['keys', 'turn', 'front', 'back', 'side'])).said).toEqual(['front+back+side'])
    expect((await several(['keys', 'turn'])).said).toEqual([''])
  })

  it('prints for programs with --json, wherever it stands, and nothing else on standard output', async () => {
    const { exitCode, said } = await call(['keys', 'turn', '--json', 'front'])
    expect([exitCode, said]).toEqual([0, ['{"turned":true}']])
    const failed = await call(['keys', 'turn', 'front', '--json'], async () => {
      throw new AppError('busy', { detail: 'Later' })
    })
    expect(failed).toMatchObject({ exitCode: 1, said: [] })
    expect(JSON.parse(failed.warned[0] ?? '')).toMatchObject({ error: { code: 'busy', message: 'Later' } })
  })

  it.each<[string, () => Promise<Outcome>, number]>([
    ['it worked', done, 0],
    ['what it found is bad', async () => ({ ...(await done()), isBad: true }), 1],
    ['it failed', async () => Promise.reject(new Error('jammed')), 1],
    ['it was not written as it must be', async () => Promise.reject(new UsageError('no such door')), 2],
  ])('when %s, the exit code says so', async (_, run, exitCode) => {
    expect((await call(['keys', 'turn', 'front'], run)).exitCode).toBe(exitCode)
  })

  it.each([
    [['burn'], /there is no command burn/],
    [['keys'], /there is no command keys/],
    [['keys', 'turn'], /keys turn needs one door/],
    [['keys', 'turn', 'front', 'back'], /keys turn needs one door/],
    [['keys', 'turn', 'front', '--loud'], /'--loud'/],
    [['keys', 'turn', 'front', '--hard=yes'], /'--hard'/],
  ])('%j is a mistake of whoever wrote it, and says which', async (args, words) => {
    const { exitCode, said, warned } = await call(args)
    expect([exitCode, said]).toEqual([2, []])
    expect(warned.join('\n')).toMatch(words)
  })

  it('helps: with all commands, and with one of them, its parts and an example', async () => {
    for (const args of [[], ['help'], ['--help']]) {
      expect(await call(args)).toMatchObject({
        exitCode: 0,
        said: [expect.stringMatching(/keys turn {2}Turn a key\n {2}turn-keys {2}the same as keys turn\n/)],
      })
    }
    const { exitCode, said } = await call(['keys', 'turn', '--help'])
    expect(exitCode).toBe(0)
    for (const words of ['<door>', '--times …', '--hard', '--json', 'It may squeak.', 'npm run latchkey -- keys turn front']) {
      expect(said[0]).toContain(words)
    }
  }) // prettier-ignore

  it('tells no key of ours that stands in a fault', async () => {
    const { warned } = await call(['keys', 'turn', 'front'], async () =>
      Promise.reject(new Error('refused lkp_0123456789abcdefghij')),
    )
    expect(warned).toEqual(['latchkey: refused [key]'])
  })
})
