import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PasswordJudge } from '@/lib/domain/passwords/password-judge'

const scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-judge-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A worker that echoes the password, dies on `crash` and `exit`, and never answers `hang`. */
const SCRIPT = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ password }) => {
    if (password === 'crash') throw new Error('crashed')
    if (password === 'exit') process.exit(3)
    if (password === 'hang') for (;;);
    parentPort.postMessage(password === 'environment' ? Object.keys(process.env).join() : password)
  })`

function newJudge(patienceMs?: number): PasswordJudge {
  const file = path.join(scratch, 'thread.mjs')
  writeFileSync(file, SCRIPT)
  return new PasswordJudge(file, patienceMs)
}

const ask = (judge: PasswordJudge, password: string) => judge.judge({ password, ownWords: [] })

describe('the password judge', () => {
  it('gives each of many concurrent questions its own answer', async () => {
    const judge = newJudge()
    const passwords = Array.from({ length: 20 }, (_, index) => `password ${index}`)
    expect(await Promise.all(passwords.map((password) => ask(judge, password)))).toEqual(passwords)
  })

  it.each(['crash', 'exit'])('rejects the question that kills its worker by %s, and starts another', async (end) => {
    const judge = newJudge()
    const answers = await Promise.allSettled([ask(judge, 'before'), ask(judge, end), ask(judge, 'after')])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('gives up on a worker that hangs', async () => {
    const judge = newJudge(1000)
    await expect(ask(judge, 'hang')).rejects.toThrow('stuck')
    expect(await ask(judge, 'after')).toBe('after')
  })

  it('rejects every question when its worker cannot start', async () => {
    const judge = new PasswordJudge(path.join(scratch, 'missing.mjs'))
    for (const password of ['one', 'another']) await expect(ask(judge, password)).rejects.toThrow()
  })

  it('hides the environment from its worker', async () => {
    expect(await ask(newJudge(), 'environment')).toBe('')
  })
})
