import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fileNameProblem } from '@/scripts/eslint/file-name.mjs'
import { importProblem } from '@/scripts/eslint/import-direction.mjs'

const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked })

async function rulesBrokenBy(code: string, filePath: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath })
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message))
}

describe('import directions', () => {
  it.each([
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/lib/domain/tokens/token-store'],
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/lib/domain/audit/record-audit'],
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/lib/db/transaction'],
    ['lib/domain/tokens/token-store.ts', './schema'],
    ['app/(dashboard)/settings/tokens/page.tsx', '@/lib/domain/tokens/list-tokens'],
    ['app/(dashboard)/settings/tokens/page.tsx', '@/components/tokens/list/token-table'],
    ['components/tokens/list/token-table.tsx', '@/lib/domain/tokens/schema'],
    ['components/tokens/list/token-table.tsx', '@/lib/base/contract'],
    ['lib/domain/tokens/schema.ts', '@/lib/base/schema/text'],
    ['lib/domain/tokens/create-token.db.test.ts', '@/app/api/v1/auth/tokens/route'],
    ['lib/process/request-listener.ts', '@/lib/edge/gate/gate'],
    ['cli/latchkey.ts', '@/lib/process/backup/create-backup'],
  ])('%s may import %s', (file, specifier) => {
    expect(importProblem(file, specifier, false)).toBeNull()
  })

  it.each([
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/lib/domain/accounts/account-store'],
    ['lib/domain/tokens/revocation/revoke-token.ts', '../accounts/schema'],
    ['lib/domain/tokens/revocation/revoke-token.ts', 'next/headers'],
    ['lib/domain/tokens/revocation/revoke-token.ts', 'react'],
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/lib/edge/serve/serve'],
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/lib/db/client'],
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/lib/db/generated/sqlite/client'],
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/app/layout'],
    ['lib/domain/tokens/schema.ts', 'node:crypto'],
    ['lib/domain/tokens/contract.ts', '@/lib/base/env'],
    ['app/(dashboard)/settings/tokens/page.tsx', '@/lib/domain/tokens/token-store'],
    ['app/(dashboard)/settings/tokens/page.tsx', '@/lib/db/client'],
    ['app/api/v1/auth/tokens/route.ts', '@/lib/db/transaction'],
    ['components/tokens/list/token-table.tsx', '@/lib/domain/tokens/list-tokens'],
    ['components/tokens/list/token-table.tsx', '@/lib/base/env'],
    ['components/ui/avatar.tsx', 'next/image'],
    ['server.ts', '@/test/support/database/postgres'],
    ['lib/base/log.ts', '@/lib/db/transaction'],
    ['lib/keys/judge.ts', '@/lib/domain/tokens/get-token'],
    ['lib/edge/gate/health.ts', '@/lib/process/graceful-stop'],
    ['lib/domain/tokens/revocation/revoke-token.ts', '@/lib/tokens/token-key'],
    ['lib/tokens/revoke-token.ts', '@/lib/base/clock'],
  ])('%s may not import %s', (file, specifier) => {
    expect(importProblem(file, specifier, false)).not.toBeNull()
  })

  it('allows type imports from the database client', () => {
    expect(importProblem('lib/domain/tokens/revocation/revoke-token.ts', '@/lib/db/client', true)).toBeNull()
    expect(importProblem('components/tokens/list/token-table.tsx', '@/lib/db/client', true)).not.toBeNull()
  })

  it('apply to types across floors too', () => {
    expect(importProblem('lib/keys/judge.ts', '@/lib/domain/tokens/schema', true)).toBe('lib/domain is above lib/keys')
  })
})

describe('folders of lib/', () => {
  /**
   * Returns the exit code of dependency-cruiser for two folders: `lib/a` imports `lib/b`, whose file contains `second`.
   */
  function exitCodeFor(second: string): number | null {
    const root = mkdtempSync(path.join(tmpdir(), 'latchkey-cycles-'))
    onTestFinished(() => rmSync(root, { recursive: true }))
    const files = {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] }, "moduleResolution": "bundler" } }',
      'lib/a/one.ts': "import { two } from '@/lib/b/two'; export const one = two",
      'lib/a/kind.ts': 'export const kind = 1; export type Kind = number',
      'lib/b/two.ts': second,
    }
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
      writeFileSync(path.join(root, name), text)
    }
    const [program, config] = ['node_modules/.bin/depcruise', 'dependency-cruiser.config.mjs'].map((file) =>
      path.resolve(file),
    )
    return spawnSync(program ?? '', ['--config', config ?? '', 'lib'], { cwd: root }).status
  }

  it('may not form a cycle at run time', () => {
    expect(exitCodeFor("import { kind } from '@/lib/a/kind'; export const two = kind")).not.toBe(0)
  })

  it('may share types in both directions', () => {
    expect(exitCodeFor("import type { Kind } from '@/lib/a/kind'; export const two: Kind = 1")).toBe(0)
  })
})

describe('the linter', () => {
  it.each([
    ['lib/tokens/a.ts', "process.env['PORT']"],
    ['components/a.tsx', 'process.env.PORT'],
    ['lib/tokens/a.ts', 'new Date()'],
    ['app/api/v1/a/route.ts', 'Date.now()'],
    ['lib/tokens/a.ts', 'Math.random()'],
    ['lib/tokens/a.ts', "import { randomBytes } from 'node:crypto'; randomBytes(1)"],
    ['lib/tokens/a.ts', 'crypto.randomUUID()'],
    ['lib/tokens/a.ts', "void db.$queryRawUnsafe('SELECT 1')"],
    ['test/a.test.ts', "void db.$executeRawUnsafe('SELECT 1')"],
    ['app/a.ts', "'use server'"],
    ['lib/a.ts', "const f = async () => { 'use cache' }; void f"],
    ['components/a.tsx', 'void (<p dangerouslySetInnerHTML={{ __html: text }} />)'],
    ['lib/domain/tokens/schema.ts', "import { z } from 'zod'; void z"],
    ['lib/domain/tokens/schema.ts', "import z from 'zod'; void z"],
    ['lib/tokens/a.ts', "export * from '@/lib/tokens/b'"],
    ['test/a.test.ts', "it.only('does', () => {})"],
    ['lib/a.test.ts', "describe.skip('it', () => {})"],
    ['e2e/a.spec.ts', "test.describe.only('it', () => {})"],
    ['test/process/a.test.ts', 'const started = performance.now(); void started'],
    ['lib/a.test.ts', 'void process.hrtime.bigint()'],
    ['lib/a.test.ts', "import { performance as clock } from 'node:perf_hooks'; void clock"],
    ['test/support/a.ts', 'const took = Date.now() - started; void took'],
    ['lib/a.test.ts', 'expect(stopwatch.elapsedSeconds()).toBeLessThan(5)'],
    ['lib/a.test.ts', 'expect(processorTimeOf(work)).toBeLessThan(5000)'],
    ['lib/a.test.ts', 'const left = end.getTime() - Date.now(); void left'],
    ['lib/a.test.ts', 'expect(end.getTime()).toBeLessThan(Date.now() + 5000)'],
    ['e2e/a.spec.ts', 'await expect(row).toBeVisible({ timeout: 2_000 })'],
    ['lib/a.test.ts', "await fetch('/', { signal: AbortSignal.timeout(2000) })"],
  ])('rejects %s: %s', async (file, code) => {
    expect(await rulesBrokenBy(code, file)).toContain('no-restricted-syntax')
  })

  it.each([
    ['lib/base/clock.ts', '/** Now. */ export const now = () => new Date()'],
    ['lib/tokens/a.ts', 'void new Date(0)'],
    ['lib/base/env.ts', 'void process.env'],
    ['lib/base/crypto/a.ts', "import { randomBytes } from 'node:crypto'; randomBytes(1)"],
    ['components/a.tsx', 'void new Date()'],
    ['components/a.tsx', 'void (event.target instanceof HTMLElement)'],
    ['lib/a.ts', 'void (error instanceof Error && value instanceof Date)'],
    ['lib/a.test.ts', 'void (error instanceof AppError)'],
    ['lib/domain/tokens/schema.ts', "import * as z from 'zod'; void z"],
    ['lib/a.test.ts', "it('does', () => { void new Date() })"],
    ['scripts/a.mjs', 'console.log(process.env.CI)'],
    ['test/support/stopwatch.ts', 'void performance.now()'],
    ['bench/a.ts', 'void performance.now()'],
    ['lib/a.test.ts', 'void new Date(Date.now() - 86_400_000)'],
    ['lib/a.test.ts', 'expect(processorTimeOf(work)).toBeLessThan(processorTimeOf(other))'],
    ['lib/a.test.ts', "it('does', { timeout: 60_000 }, () => {})"],
    ['lib/a.ts', '// TODO(#12): later\nvoid db.$queryRaw`SELECT 1`'],
    ['components/a.tsx', "void href('/home-page')"],
    ['lib/a.ts', '// eslint-disable-next-line no-console -- the last word of a dying process\nconsole.log()'],
  ])('allows %s: %s', async (file, code) => {
    expect(await rulesBrokenBy(code, file)).toEqual([])
  })

  it.each([
    ['lib/a.ts', "console.log('a')", 'no-console'],
    ['components/a.tsx', "void fetch('/api')", 'no-restricted-globals'],
    ['app/a/page.tsx', "void fetch('/api')", 'no-restricted-globals'],
    ['lib/a.ts', '// @ts-ignore\nvoid 1', '@typescript-eslint/ban-ts-comment'],
    ['lib/a.ts', '// @ts-nocheck\nvoid 1', '@typescript-eslint/ban-ts-comment'],
    ['lib/a.ts', '// TODO: later', 'latchkey/loose-end'],
    ['lib/a.ts', '// eslint-disable-next-line no-console\nconsole.log()', 'latchkey/loose-end'],
    ['lib/a.ts', '/* eslint-disable */', 'latchkey/loose-end'],
    ['app/a.ts', "void readFileSync('/root/.netrc')", 'latchkey/loose-end'],
    ['cli/a.ts', "void '/tmp'", 'latchkey/loose-end'],
    ['server.ts', 'void `/home/${name}`', 'latchkey/loose-end'],
    ['components/a.tsx', "import Image from 'next/image'", 'latchkey/import-direction'],
    ['app/a.tsx', "import Image from 'next/legacy/image'", 'latchkey/import-direction'],
    ['lib/a.ts', 'export function a() {}', 'latchkey/doc-comment'],
    ['lib/tokenStore.ts', 'void 1', 'latchkey/file-name'],
    ['lib/a.ts', 'void 1\n'.repeat(301), 'max-lines'],
    ['app/api/v1/a/route.ts', 'void 1\n'.repeat(41), 'max-lines'],
    ['app/login/page.tsx', 'void 1\n'.repeat(81), 'max-lines'],
    ['components/a.tsx', 'void 1\n'.repeat(151), 'max-lines'],
    ['lib/a.ts', `const a = () => {\n${'void 1\n'.repeat(60)}}\nvoid a`, 'max-lines-per-function'],
    ['lib/a.ts', 'export const is = (e: unknown) => e instanceof AppError', 'latchkey/shared-class'],
    ['lib/db/transaction.ts', 'void (error instanceof Prisma.PrismaClientKnownRequestError)', 'latchkey/shared-class'],
    ['app/login/page.tsx', 'void (error instanceof RateLimiterRes)', 'latchkey/shared-class'],
    ['server.ts', 'void (error instanceof SettingsError)', 'latchkey/shared-class'],
  ])('reports the rule that %s breaks', async (file, code, rule) => {
    expect(await rulesBrokenBy(code, file)).toContain(rule)
  })
})

it('file names are kebab-case and say something', () => {
  for (const name of ['token-store.ts', 'create-token.db.test.ts', 'page.tsx', 'next.config.js']) {
    expect(fileNameProblem(name), name).toBeNull()
  }
  for (const name of ['tokenStore.ts', 'TokenTable.tsx', 'token_store.ts', 'utils.ts', 'date-helpers.ts', 'index.ts']) {
    expect(fileNameProblem(name), name).not.toBeNull()
  }
})
