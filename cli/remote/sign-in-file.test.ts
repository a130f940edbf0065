import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetSignIn, keepSignIn, readSignIns, signInFile } from '@/cli/remote/sign-in-file'

const [HOME, WORK] = ['http://localhost:3000', 'https://accounts.example.com']
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-config-'))
  vi.stubEnv('XDG_CONFIG_HOME', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

it('keeps one token for each server, and uses the server that the person signed in to last', () => {
  expect(readSignIns()).toEqual({ last_server: null, servers: {} })
  keepSignIn(HOME, 'first')
  keepSignIn(WORK, 'other')
  keepSignIn(HOME, 'second')
  const both = { [HOME]: { token: 'second' }, [WORK]: { token: 'other' } }
  expect(readSignIns()).toEqual({ last_server: HOME, servers: both })
  forgetSignIn(HOME)
  expect(readSignIns()).toEqual({ last_server: WORK, servers: { [WORK]: { token: 'other' } } })
  forgetSignIn(WORK)
  expect(readSignIns()).toEqual({ last_server: null, servers: {} })
})

it('lets nobody else read the file, even if the folder was open to all, and leaves no draft behind', () => {
  mkdirSync(path.dirname(signInFile()), { mode: 0o755 })
  writeFileSync(`${signInFile()}.${process.pid}`, 'left behind by a crash', { mode: 0o644 })
  keepSignIn(HOME, 'first')
  keepSignIn(HOME, 'second')
  expect([modeOf(path.dirname(signInFile())), modeOf(signInFile())]).toEqual(['700', '600'])
  expect(readdirSync(path.dirname(signInFile()))).toEqual(['sign-ins.json'])
})

it('says what to do about a damaged file, and overwrites nothing', () => {
  mkdirSync(path.dirname(signInFile()))
  writeFileSync(signInFile(), '{"servers":')
  expect(() => keepSignIn(HOME, 'first')).toThrow(/sign-ins\.json is damaged: delete it and sign in again/)
})

it('ignores a relative XDG_CONFIG_HOME, as the specification says', () => {
  vi.stubEnv('XDG_CONFIG_HOME', 'config')
  vi.stubEnv('HOME', folder)
  expect(signInFile()).toBe(path.join(folder, '.config/latchkey/sign-ins.json'))
})
