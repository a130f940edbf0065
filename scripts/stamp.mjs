import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Computes a digest of the Node.js version and of files and folders, by path and content.
 * @param {string[]} entries
 */
export function digestOf(entries) {
  const hash = createHash('sha256').update(process.version)
  for (const file of entries.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Runs `step` unless `file` records that it last ran for the same `digest`.
 * @param {string} file
 * @param {string} digest
 * @param {() => Promise<void>} step
 */
export async function unlessStamped(file, digest, step) {
  if (existsSync(file) && readFileSync(file, 'utf8') === digest) return
  // A step that fails halfway must not leave a stamp that says it is done.
  rmSync(file, { force: true })
  await step()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, digest)
}

/**
 * @param {string} entry
 * @returns {string[]}
 */
function filesOf(entry) {
  if (!existsSync(entry)) return []
  if (!statSync(entry).isDirectory()) return [entry]
  return readdirSync(entry)
    .filter((name) => name !== 'generated' && !/\.(test|spec)\./.test(name))
    .sort()
    .flatMap((name) => filesOf(path.join(entry, name)))
}
