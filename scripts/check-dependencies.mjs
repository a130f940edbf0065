// Checks package-lock.json offline: `npm audit` needs a service that isolated networks cannot reach.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const REGISTRY = 'https://registry.npmjs.org/'
const INTEGRITY = /^sha512-[A-Za-z0-9+/]{86}==$/
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/
const OUTSIDE_REGISTRY = /^(?:git|https?|file|link|github|gitlab|bitbucket)\b|^[^@^~<>=\s]+\/[^@\s]+$/

/**
 * @typedef {object} LockEntry a package in the lockfile
 * @property {string} [version]
 * @property {string} [name] only when it differs from the folder (an alias)
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [inBundle]
 * @property {boolean} [hasInstallScript]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 * @typedef {Record<string, { minimum: string, advisory: string }>} Floors
 */

/** Lists the packages of a lockfile, without the project itself. @param {Lock} lock */
function entries(lock) {
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({ place, entry, name: entry.name ?? place.replace(/^.*node_modules\//, '') }))
}

/** @param {LockEntry} entry @returns {[string, string][]} */
function dependenciesOf(entry) {
  return Object.entries({ ...entry.dependencies, ...entry.devDependencies, ...entry.optionalDependencies })
}

/**
 * Checks that every package comes from the registry and is pinned by its content hash.
 * @param {Lock} lock
 * @returns {string[]}
 */
export function integrityProblems(lock) {
  return entries(lock).flatMap(({ place, entry }) => {
    const problems = dependenciesOf(entry)
      .filter(([, range]) => OUTSIDE_REGISTRY.test(range))
      .map(([dependency, range]) => `${place} requires ${dependency} from ${range}`)
    if (entry.link) problems.push(`${place} is a link`)
    else if (!entry.inBundle && !INTEGRITY.test(entry.integrity ?? ''))
      problems.push(`${place} has no sha512 integrity`)
    if (entry.resolved !== undefined && !entry.resolved.startsWith(REGISTRY)) {
      problems.push(`${place} is resolved to ${entry.resolved}`)
    }
    return problems
  })
}

/**
 * Checks that the project asks for exact versions from the registry.
 * @param {LockEntry} manifest package.json, or the first entry of the lockfile
 * @returns {string[]}
 */
export function pinProblems(manifest) {
  return dependenciesOf(manifest)
    .filter(([, range]) => !EXACT.test(range))
    .map(([name, range]) => `package.json asks for ${name} ${range}, which is not an exact version`)
}

/**
 * Checks that package.json decides for each package whether its install script may run.
 * @param {Lock} lock
 * @param {Record<string, boolean>} allowed `allowScripts` of package.json: a decision for every name
 * @returns {string[]}
 */
export function installScriptProblems(lock, allowed) {
  const names = new Set(entries(lock).flatMap(({ name, entry }) => (entry.hasInstallScript ? [name] : [])))
  const undecided = [...names].filter((name) => !Object.hasOwn(allowed, name))
  const stale = Object.keys(allowed).filter((name) => !names.has(name))
  return [
    ...undecided.map((name) => `${name} has an install script, but allowScripts does not list it`),
    ...stale.map((name) => `allowScripts names ${name}, which has no install script`),
  ]
}

/**
 * Checks that the lockfile matches package.json. If they differ by a single name, every start would install again.
 * @param {LockEntry} manifest
 * @param {Lock} lock
 * @returns {string[]}
 */
export function stalenessProblems(manifest, lock) {
  const [asked, locked] = [manifest, lock.packages[''] ?? {}].map((entry) => dependenciesOf(entry).map(String))
  const different = [
    ...(asked ?? []).filter((dependency) => !locked?.includes(dependency)),
    ...(locked ?? []).filter((dependency) => !asked?.includes(dependency)),
  ]
  return different.map((dependency) => `package.json and package-lock.json disagree on ${dependency.replace(',', ' ')}`)
}

/**
 * Checks that no copy of a package is older than the first version without a known vulnerability.
 * @param {Lock} lock
 * @param {Floors} floors
 * @returns {string[]}
 */
export function floorProblems(lock, floors) {
  return entries(lock).flatMap(({ place, name, entry }) => {
    const floor = Object.hasOwn(floors, name) ? floors[name] : undefined
    if (floor === undefined || compareVersions(entry.version ?? '0.0.0', floor.minimum) >= 0) return []
    return [`${place} is ${entry.version}, below ${floor.minimum} (${floor.advisory})`]
  })
}

/**
 * Compares two versions: negative when `a` is older than `b`. A pre-release is older than its release; two pre-releases
 * of the same release are equal.
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map((text) => {
    const [release = '', ...suffix] = text.split('+', 1).join('').split('-')
    return [...release.split('.').map(Number), suffix.length === 0 ? 1 : 0]
  })
  const differences = (left ?? []).map((part, index) => part - (right?.[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/**
 * Lists everything that is wrong with the dependencies of the project in `root`.
 * @param {string} root @returns {string[]}
 */
export function dependencyProblems(root) {
  /** @param {string} file */
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
  const lock = read('package-lock.json')
  const manifest = read('package.json')
  return [
    ...pinProblems(manifest),
    ...stalenessProblems(manifest, lock),
    ...integrityProblems(lock),
    ...installScriptProblems(lock, manifest.allowScripts ?? {}),
    ...floorProblems(lock, read('scripts/advisory-floors.json')),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = dependencyProblems(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
