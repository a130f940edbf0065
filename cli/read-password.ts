import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { UsageError } from '@/cli/command'

/**
 * Reads a new password: typed twice and unseen at a terminal, or else the first line of standard input. @throws UsageError
 */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return firstLine()
  const password = await ask('Password: ')
  if ((await ask('Confirm password: ')) !== password) throw new UsageError('the passwords do not match')
  return password
}

/** Reads the password of an account on a server: typed once and unseen, or else the first line of standard input. */
export async function readCurrentPassword(server: string): Promise<string> {
  return process.stdin.isTTY ? ask(`Your password on ${server}: `) : firstLine()
}

async function firstLine(): Promise<string> {
  return ((await text(process.stdin)).split('\n', 1)[0] ?? '').replace(/\r$/, '')
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  // The echo of what is typed goes nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
