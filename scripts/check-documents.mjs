// Checks that whatever the documentation names exists: links, paths, scripts, settings, error codes, tests.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inlineCode, isThere, prose } from './document-text.mjs'
import { readRequirements, requirementProblems } from './security-requirements.mjs'

const README_LINES_MAX = 150
const DECISION_LINES = { min: 15, max: 70 }

const NOT_OURS = /^(?:node_modules|\.git|\.next|\.build|data|test-results|lib\/db\/generated)(?:\/|$)/
const EXTENSIONS = /\.(?:tsx?|mjs|js|json|md|prisma|sql|css|svg|ya?ml)$/
// Read by Node.js, its packages, the tests or the benchmarks, not by the product.
const OTHER_SETTINGS = [
  'NODE_ENV',
  'UV_THREADPOOL_SIZE',
  'TEST_POSTGRES_URL',
  'CHROMIUM_PATH',
  'NGINX_PATH',
  'PYJWT_PATH',
  'AUTHLIB_PATH',
  'CADDY_PATH',
  'WRK_PATH',
  'FUZZ_RUNS',
  'FUZZ_SEED',
]
// Next.js files that the documentation names because the project does not have them.
const ABSENT = ['proxy.ts']

/**
 * What the documentation may name.
 * @typedef {object} Project
 * @property {ReadonlySet<string>} files every file and folder of the project, relative to its root
 * @property {ReadonlySet<string>} scripts the names in package.json's `scripts`
 * @property {ReadonlySet<string>} settings the names in .env.example
 * @property {ReadonlyMap<string, number>} codes the error codes and their statuses
 * @property {(file: string) => string} read
 */

/** @param {string} root @returns {Project} */
export function projectIn(root) {
  /** @param {string} file */
  const read = (file) => readFileSync(path.join(root, file), 'utf8')
  const catalogue = read('lib/base/errors/catalogue.ts').matchAll(/^ {2}(\w+): \{ status: (\d{3}),/gm)
  return {
    files: new Set(entriesBelow(root, '')),
    scripts: new Set(Object.keys(JSON.parse(read('package.json')).scripts)),
    settings: new Set([...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name = '']) => name)),
    codes: new Map([...catalogue].map(([, code = '', status]) => [code, Number(status)])),
    read,
  }
}

/** @param {string} root @param {string} folder @returns {string[]} */
function entriesBelow(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(folder, entry.name)
    if (NOT_OURS.test(place)) return []
    return entry.isDirectory() ? [place, ...entriesBelow(root, place)] : [place]
  })
}

/**
 * Checks that every relative link leads to a file, and its fragment to a heading.
 * @param {Project} project @param {string} file
 */
export function linkProblems(project, file) {
  const links = prose(project.read(file)).matchAll(/\]\(([^)\s]+)\)/g)
  return [...links].flatMap(([, link = '']) => {
    if (/^[a-z][a-z0-9+.-]*:/.test(link)) return []
    const [to = '', fragment] = link.split('#')
    const target = to === '' ? file : path.posix.join(path.posix.dirname(file), to)
    if (!project.files.has(target.replace(/\/$/, ''))) return [`${file} links to ${link}, which does not exist`]
    if (fragment === undefined || headings(project.read(target)).includes(fragment)) return []
    return [`${file} links to ${link}: no such heading`]
  })
}

/** @param {string} text @returns {string[]} the fragments of its headings */
function headings(text) {
  return [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )
}

/**
 * Checks that every path in backticks exists. A path begins with a folder of the project, or ends like one of its
 * files; `*`, `**` and `<word>` match anything.
 * @param {Project} project @param {string} file
 */
export function pathProblems(project, file) {
  return inlineCode(project.read(file)).flatMap((code) => {
    const place = code.replace(/\/$/, '')
    const top = place.split('/', 1)[0] ?? ''
    const isPath = code.includes('/') ? project.files.has(top) || EXTENSIONS.test(place) : EXTENSIONS.test(place)
    if (!isPath || !/^[\w@.()[\]<>*/-]+$/.test(code) || /^[/*]/.test(code) || NOT_OURS.test(place)) return []
    return isThere(project.files, place) || ABSENT.includes(place)
      ? []
      : [`${file} names ${code}, which does not exist`]
  })
}

/**
 * Checks that every `npm run`, `npm start` and `npm test` names a script.
 * @param {Project} project @param {string} file
 */
export function scriptProblems(project, file) {
  const named = project.read(file).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)
  return [...named].flatMap(([command, run, short]) =>
    project.scripts.has(run ?? short ?? '') ? [] : [`${file} says \`${command}\`, which is not a script`],
  )
}

/** Checks that every NAME_OF_A_SETTING is in .env.example. @param {Project} project @param {string} file */
export function settingProblems(project, file) {
  const named = new Set(project.read(file).match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g))
  return [...named].flatMap((name) =>
    // The settings of every provider are explained once, with the provider acme.
    project.settings.has(name.replace(/^PROVIDER_[A-Z0-9]+_/, 'PROVIDER_ACME_')) || OTHER_SETTINGS.includes(name)
      ? []
      : [`${file} names ${name}, which is not in .env.example`],
  )
}

/** Checks that every error code named with a status has that status. @param {Project} project @param {string} file */
export function errorCodeProblems(project, file) {
  return [...project.read(file).matchAll(/\b([45]\d\d) `([a-z]+(?:_[a-z]+)*)`/g)].flatMap(([, status, code = '']) =>
    project.codes.get(code) === Number(status)
      ? []
      : [`${file} names ${status} ${code}, which the API does not return`],
  )
}

/**
 * Checks that the table in docs/errors.md matches the error catalogue.
 * @param {Project} project @param {string} file
 */
export function errorTableProblems(project, file) {
  const rows = [...project.read(file).matchAll(/^\| `(\w+)` *\| (\d{3}) /gm)]
  const described = rows.map(([, code = '']) => code)
  return [
    ...rows.flatMap(([, code = '', status]) =>
      project.codes.get(code) === Number(status)
        ? []
        : [`${file} describes ${code} (${status}), which is not an error code`],
    ),
    ...described.filter((code, index) => described.indexOf(code) !== index).map((code) => `${file} has ${code} twice`),
    ...[...project.codes.keys()].filter((code) => !described.includes(code)).map((code) => `${file} lacks ${code}`),
  ]
}

/** Checks the length of the README and of the decision records. @param {Project} project @param {string} file */
export function lengthProblems(project, file) {
  const count = project.read(file).trimEnd().split('\n').length
  const { min, max } = isDecision(file) ? DECISION_LINES : { min: 1, max: README_LINES_MAX }
  if (file !== 'README.md' && !isDecision(file)) return []
  return count < min || count > max ? [`${file} has ${count} lines, not ${min} to ${max}`] : []
}

/**
 * Checks that each decision record has its number, a date and a status, and is listed in the index.
 * @param {Project} project @param {string} file
 */
export function decisionProblems(project, file) {
  if (!isDecision(file)) return []
  const text = project.read(file)
  const name = path.posix.basename(file)
  return [
    ...(text.startsWith(`# ${name.slice(0, 4)}: `) ? [] : [`${file} does not start with its number`]),
    ...(/^Status: (?:accepted|superseded by .+), \d{4}-\d\d-\d\d$/m.test(text)
      ? []
      : [`${file} has no status and date`]),
    ...(project.read('docs/adr/README.md').includes(`](${name})`) ? [] : [`docs/adr/README.md lacks ${name}`]),
  ]
}

/**
 * Checks that the tree on the architecture page lists each folder of lib/ and components/.
 * @param {Project} project @param {string} file
 */
export function folderProblems(project, file) {
  const listed = new Set()
  /** @type {string[]} */
  const place = []
  for (const [, indent = '', name = ''] of project.read(file).matchAll(/^( *)([\w-]+)\/(?=\s)/gm)) {
    place.splice(indent.length / 2, place.length, name)
    listed.add(place.join('/'))
  }
  const folders = new Set(
    [...project.files]
      .filter((name) => /^(?:lib|components)\/.+\.tsx?$/.test(name))
      .map((name) => path.posix.dirname(name)),
  )
  return [...folders].filter((name) => !listed.has(name)).map((name) => `${file} does not list ${name}/`)
}

/** Lists everything that is wrong with the documentation. @param {Project} project @returns {string[]} */
export function documentProblems(project) {
  const documents = [...project.files].filter((file) => /^(?:[A-Z]+\.md|docs\/.+\.md)$/.test(file)).sort()
  const checks = [
    linkProblems, pathProblems, scriptProblems, settingProblems, errorCodeProblems, lengthProblems, decisionProblems,
  ] // prettier-ignore
  return [
    ...documents.flatMap((file) => checks.flatMap((check) => check(project, file))),
    ...errorTableProblems(project, 'docs/errors.md'),
    ...folderProblems(project, 'docs/architecture.md'),
    ...requirementProblems(project, 'docs/security.md', readRequirements()),
  ]
}

/** @param {string} file */
function isDecision(file) {
  return /^docs\/adr\/\d{4}-.+\.md$/.test(file)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
  const problems = documentProblems(projectIn(root))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
