import { describe, expect, it } from 'vitest'
import {
  decisionProblems,
  documentProblems,
  errorCodeProblems,
  errorTableProblems,
  folderProblems,
  lengthProblems,
  linkProblems,
  pathProblems,
  projectIn,
  scriptProblems,
  settingProblems,
  type Project,
} from '@/scripts/check-documents.mjs'
import { readRequirements, requirementProblems } from '@/scripts/security-requirements.mjs'

const OTHER = '# Other words\n\n## What «it» is, in a line\n'

/** Returns a small project whose only document under test is `text`. */
function projectWith(text: string, name = 'docs/a.md', others: Record<string, string> = {}): Project {
  const texts: Record<string, string> = { [name]: text, 'docs/other.md': OTHER, ...others }
  const files = ['lib', 'lib/tokens', 'lib/tokens/schema.ts', 'lib/tokens/key.test.ts', 'docs', 'server.ts', 'LICENSE']
  return {
    files: new Set([...files, ...Object.keys(texts)]),
    scripts: new Set(['start', 'db:new']),
    settings: new Set(['DATA_DIR']),
    codes: new Map([
      ['token_revoked', 401],
      ['internal', 500],
    ]),
    read: (file) => texts[file] ?? '',
  }
}

type Check = (project: Project, file: string) => string[]

const problemsOf = (check: Check, text: string, name = 'docs/a.md') => check(projectWith(text, name), name)

it('the documents of this project pass', () => {
  const project = projectIn(process.cwd())
  expect(project.files).toContain('docs/adr/README.md')
  expect(project.codes.get('token_revoked')).toBe(401)
  expect(project.settings).toContain('DATA_DIR')
  expect(documentProblems(project)).toEqual([])
})

describe.each<[string, Check, passes: string[], fails: string[]]>([
  [
    'a link',
    linkProblems,
    [
      '[a](other.md)',
      '[a](../server.ts)',
      '[a](other.md#what-it-is-in-a-line)',
      '[a](https://example.com/x)',
      '# B c\n[a](#b-c)',
      '[a](../lib/tokens/)',
    ],
    ['[a](gone.md)', '[a](../gone.ts)', '[a](other.md#gone)', '[a](#gone)'],
  ],
  [
    'a path',
    pathProblems,
    [
      '`lib/tokens/schema.ts`',
      '`lib/tokens`',
      '`lib/`',
      '`lib/*/schema.ts`',
      '`lib/<domain>/schema.ts`',
      '`lib/**`',
      '`server.ts`',
      '`/api/v1/auth/x.json`',
      '`data/secret`',
      '`proxy.ts`',
      '`text/plain`',
      '`*.test.ts`',
    ],
    ['`lib/gone`', '`lib/gone.ts`', '`gone/gone.ts`', '`gone.ts`', '`lib/*/gone.ts`', '`lib/<domain>/gone.ts`'],
  ],
  ['a script', scriptProblems, ['`npm run db:new -- x`', '`npm start`', 'npm ci'], ['`npm run gone`', '`npm test`']],
  [
    'a setting',
    settingProblems,
    ['`DATA_DIR`', '`NODE_ENV`', 'HTTP and RFC'],
    ['`GONE_DIR`', '```sh\nDATA_DIRS=x\n```'],
  ],
  [
    'an error code',
    errorCodeProblems,
    ['401 `token_revoked`', '500 `internal`', '200 `name`'],
    ['401 `token_gone`', '404 `token_revoked`'],
  ],
])('%s', (_, check, passes, fails) => {
  it.each(passes)('passes: %s', (text) => expect(problemsOf(check, text)).toEqual([]))
  it.each(fails)('is rejected: %s', (text) => expect(problemsOf(check, text)).toHaveLength(1))
})

describe('the table of errors', () => {
  const both = '| `token_revoked` | 401 | a | b |\n| `internal`      | 500 | a | b |\n'

  it('matches the catalogue', () => expect(problemsOf(errorTableProblems, both)).toEqual([]))

  it.each([
    ['lacks a code', '| `internal` | 500 | a | b |', 'docs/a.md lacks token_revoked'],
    [
      'has an extra code',
      `${both}| \`token_gone\` | 401 | a | b |`,
      'docs/a.md describes token_gone (401), which is not an error code',
    ],
    [
      'has another status',
      both.replace('401', '403'),
      'docs/a.md describes token_revoked (403), which is not an error code',
    ],
    ['lists a code twice', both.replace(/^.+\n/, '$&$&'), 'docs/a.md has token_revoked twice'],
  ])('is rejected when it %s', (_, text, problem) => {
    expect(problemsOf(errorTableProblems, text)).toEqual([problem])
  })
})

describe('the rows of the security requirements', () => {
  const row = (id: string, tests = '`lib/tokens/key.test.ts`') => `| ${id} | requirement | how | ${tests} |\n`
  const open = (...ids: string[]) =>
    `\n## Not done yet\n\n${ids.map((id) => `| ${id} | requirement |\n`).join('')}\n## Limits\n`
  const requirements = { highest: { AA: 2, BB: 1 }, notDoneYet: ['BB-01'] }
  const problemsOfRows = (text: string) => requirementProblems(projectWith(text), 'docs/a.md', requirements)

  it('pass when each id has one row with tests that exist', () => {
    const both = row('AA-01') + row('AA-02', '`lib/*/key.test.ts`, `lib/tokens/key.test.ts`')
    expect(problemsOfRows(both + open('BB-01'))).toEqual([])
  })

  it.each([
    ['an id has no row', row('AA-02') + open('BB-01'), 'has no row for AA-01'],
    ['an open id has no row', row('AA-01') + row('AA-02') + open(), 'has no row for BB-01'],
    ['an id has two rows', row('AA-01').repeat(2) + row('AA-02') + open('BB-01'), 'has two rows for AA-01'],
    ['an id is both done and not done', row('AA-01') + row('AA-02') + open('BB-01', 'AA-02'), 'has two rows for AA-02'],
    [
      'a row has no requirement',
      row('AA-01') + row('AA-02') + row('AA-03') + open('BB-01'),
      'has a row for AA-03, which is not a requirement',
    ],
    [
      'an id that is done is listed as not done yet',
      row('AA-01') + open('AA-02', 'BB-01'),
      'lists AA-02 as not done yet, but it is done',
    ],
    [
      'an id that is not done is claimed',
      row('AA-01') + row('AA-02') + row('BB-01') + open(),
      'claims BB-01, which is not done yet',
    ],
    ['a row names no test', row('AA-01') + row('AA-02', 'none') + open('BB-01'), ': AA-02 names no test'],
    [
      'a test does not exist',
      row('AA-01', '`lib/tokens/key.test.ts`, `lib/tokens/gone.test.ts`') + row('AA-02') + open('BB-01'),
      ': AA-01 names lib/tokens/gone.test.ts, which does not exist',
    ],
    [
      'a file is not a test',
      row('AA-01', '`lib/tokens/schema.ts`') + row('AA-02') + open('BB-01'),
      ': AA-01 names lib/tokens/schema.ts, which is not a test',
    ],
  ])('fail when %s', (_, text, problem) => {
    expect(problemsOfRows(text).filter((one) => one.endsWith(problem))).toHaveLength(1)
  })

  it('fail when the document has lost its tables', () => {
    expect(problemsOfRows('no table')).toHaveLength(3)
  })

  it('number 146', () => {
    expect(Object.values(readRequirements().highest).reduce((sum, count) => sum + count)).toBe(146)
  })
})

describe('the size of a document', () => {
  const lines = (count: number) => 'line\n'.repeat(count)

  it.each([
    ['README.md', 150, []],
    ['README.md', 151, ['README.md has 151 lines, not 1 to 150']],
    ['docs/adr/0001-a.md', 14, ['docs/adr/0001-a.md has 14 lines, not 15 to 70']],
    ['docs/adr/0001-a.md', 15, []],
    ['docs/adr/0001-a.md', 71, ['docs/adr/0001-a.md has 71 lines, not 15 to 70']],
    ['docs/security.md', 400, []],
  ])('of %s with %i lines is checked', (name, count, problems) => {
    expect(problemsOf(lengthProblems, lines(count), name)).toEqual(problems)
  })
})

describe('a decision', () => {
  const name = 'docs/adr/0001-a.md'
  const text = '# 0001: A\n\nStatus: accepted, 2026-11-21\n'
  const index = { 'docs/adr/README.md': '[0001](0001-a.md)' }

  it('passes with a number, a status, a date, and an entry in the index', () => {
    expect(decisionProblems(projectWith(text, name, index), name)).toEqual([])
    expect(decisionProblems(projectWith(text.replace('accepted', 'superseded by 0009'), name, index), name)).toEqual([])
  })

  it.each([text.replace('0001', '0002'), text.replace('2026-11-21', 'today'), text.replace('accepted', 'perhaps')])(
    'is rejected when it reads: %j',
    (wrong) => expect(decisionProblems(projectWith(wrong, name, index), name)).toHaveLength(1),
  )

  it('is rejected when it is missing from the index', () => {
    expect(decisionProblems(projectWith(text, name), name)).toEqual(['docs/adr/README.md lacks 0001-a.md'])
  })
})

it('the architecture page lists every folder of lib/', () => {
  const problems = (tree: string) => folderProblems(projectWith(tree, 'docs/architecture.md'), 'docs/architecture.md')
  expect(problems('lib/   six floors\n  tokens/   what acts for an account\n')).toEqual([])
  expect(problems('lib/   six floors\ntokens/   elsewhere\n')).toEqual([
    'docs/architecture.md does not list lib/tokens/',
  ])
})
