import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PasswordJudge } from '@/lib/domain/passwords/password-judge'

const scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-judge-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A thread that answers with the password, fails at `crash` and `exit`, and never answers `hang`. */
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

describe('the judge of passwords', () => {
  it('gives each of many questions at once its own answer', async () => {
    const judge = newJudge()
    const passwords = Array.from({ length: 20 }, (_, index) => `password ${index}`)
    expect(await Promise.all(passwords.map((password) => ask(judge, password)))).toEqual(passwords)
  })

  it.each(['crash', 'exit'])('fails the question at which its thread ends by %s, and starts another', async (end) => {
    const judge = newJudge()
    const answers = await Promise.allSettled([ask(judge, 'before'), ask(judge, end), ask(judge, 'after')])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('gives up a thread that is stuck', async () => {
    const judge = newJudge(1000)
    await expect(ask(judge, 'hang')).rejects.toThrow('stuck')
    expect(await ask(judge, 'after')).toBe('after')
  })

  it('fails every question when its thread cannot start', async () => {
    const judge = new PasswordJudge(path.join(scratch, 'missing.mjs'))
    for (const password of ['one', 'another']) await expect(ask(judge, password)).rejects.toThrow()
  })

  it('gives its thread nothing of the environment', async () => {
    expect(await ask(newJudge(), 'environment')).toBe('')
  })
})
