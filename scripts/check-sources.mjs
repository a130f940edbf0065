// Looks for what must not stand in the sources as text, where the linter's view of the syntax does not reach.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const PRODUCT = ['app', 'components', 'lib', 'cli', 'server.ts']
const GENERATED = 'lib/db/generated/'
const TEST = /\.(?:test|spec)\.tsx?$/

/**
 * @typedef {{ pattern: RegExp, why: string }} Ban
 * @type {readonly Ban[]}
 */
const BANS = [
  { pattern: /Unsafe\(/, why: 'SQL is written with the tagged $queryRaw and $executeRaw' },
  { pattern: /^\s*['"]use (?:server|cache)/, why: 'Server Actions and `use cache` are not used' },
  { pattern: /['"]next\/(?:legacy\/)?image['"]/, why: "Next's image optimizer is not used" },
  { pattern: /dangerouslySetInnerHTML/, why: 'text is rendered as text' },
  { pattern: /['"`](?:\/root|\/home|\/tmp|\/work|[A-Z]:\\)(?:[/\\'"`]|$)/, why: 'no path of one machine' },
  { pattern: /\b(?:TODO|FIXME|XXX)\b(?!.*#\d)/, why: 'an open end bears the number of an issue' },
  { pattern: /@ts-(?:ignore|nocheck)/, why: 'types are mended, not silenced' },
  {
    pattern: /eslint-disable(?!-next-line .+ -- \S)/,
    why: 'write eslint-disable-next-line, the rule, and after -- the reason',
  },
]

/**
 * What is wrong with a text, as `line: why`.
 * @param {string} text
 * @returns {string[]}
 */
export function textProblems(text) {
  return text.split('\n').flatMap((line, index) => {
    const broken = BANS.filter(({ pattern }) => pattern.test(line))
    return broken.map(({ why }) => `${index + 1}: ${why}`)
  })
}

/** Every source file of the product, relative to `root`. @param {string} root @returns {string[]} */
export function productFiles(root) {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => PRODUCT.includes(name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, entry.name) : [entry.name]))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(GENERATED) && !TEST.test(file))
}

/** @param {string} root @param {string} folder @returns {string[]} */
function filesBelow(root, folder) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.posix.join(folder, name.split(path.sep).join('/')),
  )
}

/** Everything that is wrong with the sources of the project in `root`. @param {string} root @returns {string[]} */
export function sourceProblems(root) {
  return productFiles(root).flatMap((file) =>
    textProblems(readFileSync(path.join(root, file), 'utf8')).map((problem) => `${file}:${problem}`),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = sourceProblems(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
