// Rejects wordings that were replaced (scripts/rejected-phrases.json) wherever people read: pages, emails, the API's
// texts, the command line and the documents.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const SOURCES = ['app', 'components', 'lib', 'cli', 'server.ts', 'README.md', 'docs']
/** Decisions keep the words of their day, and figures those of their run. */
const PASSED_OVER = /^(?:docs\/(?:adr\/|proof\.md)|lib\/db\/generated\/)|\.test\.tsx?$/
/** Files that hold nothing but texts, so that single words can be judged too. */
const TEXTS = /\/texts(?:-[a-z]+)?\.ts$|-words\.ts$|^(?:README|docs\/[a-z]+)\.md$|errors\/catalogue\.ts$/
const WORDS = [
  'trail',
  'whoever',
  'somebody',
  'anybody',
  'is refused',
  'are refused',
  'e-mail',
  'show your password',
  '«',
  '»',
]

const COMMENT = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm

/** @type {readonly string[]} */
const PHRASES = JSON.parse(readFileSync(new URL('./rejected-phrases.json', import.meta.url), 'utf8'))

/**
 * Returns the rejected wordings in a text.
 * @param {string} text
 * @param {boolean} isOnlyTexts whether single words are judged too
 * @returns {string[]}
 */
export function rejectedIn(text, isOnlyTexts) {
  const plain = text.replace(COMMENT, ' ').replace(/\s+/g, ' ').replaceAll('’', "'").toLowerCase()
  return [...PHRASES, ...(isOnlyTexts ? WORDS : [])].filter((phrase) => contains(plain, phrase.toLowerCase()))
}

/** @param {string} text @param {string} phrase */
function contains(text, phrase) {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + phrase.length] ?? ' ']
    const isWhole = !/\w\w/.test(before + phrase[0]) && !/\w\w/.test(phrase.at(-1) + after)
    if (isWhole) return true
  }
  return false
}

/** Everything that is wrong with the texts of the project in `root`. @param {string} root @returns {string[]} */
export function textProblems(root) {
  return SOURCES.flatMap((source) => filesIn(root, source))
    .filter((file) => /\.(?:tsx?|md)$/.test(file) && !PASSED_OVER.test(file))
    .flatMap((file) =>
      rejectedIn(readFileSync(path.join(root, file), 'utf8'), TEXTS.test(file)).map((phrase) => `${file}: “${phrase}”`),
    )
}

/** @param {string} root @param {string} source @returns {string[]} */
function filesIn(root, source) {
  if (source.includes('.')) return [source]
  return readdirSync(path.join(root, source), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.posix.join(source, name),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = textProblems(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
