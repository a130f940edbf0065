// Checks that the security requirements are numbered without gaps, and that each has exactly one row in
// docs/security.md.
import { readFileSync } from 'node:fs'
import { inlineCode, isThere } from './document-text.mjs'

/** @import { Project } from './check-documents.mjs' */

/**
 * @typedef {object} Requirements
 * @property {Readonly<Record<string, number>>} highest the highest number of each group
 * @property {readonly string[]} notDoneYet the ids that no test covers yet
 */

const NOT_DONE_YET = '## Not done yet'

/** Reads the project's list of security requirements. @returns {Requirements} */
export function readRequirements() {
  return JSON.parse(readFileSync(new URL('security-requirements.json', import.meta.url), 'utf8'))
}

/**
 * Checks that every id has one row. The row must name existing test files, unless the id is not done yet: then it must
 * be in that section.
 * @param {Project} project
 * @param {string} file
 * @param {Requirements} requirements
 * @returns {string[]}
 */
export function requirementProblems(project, file, { highest, notDoneYet }) {
  const [covered = '', open = ''] = project.read(file).split(`\n${NOT_DONE_YET}\n`)
  const rows = rowsOf(covered)
  const done = rows.map(({ id }) => id)
  const notDone = rowsOf(open).map(({ id }) => id)
  const found = [...done, ...notDone]
  const expected = Object.entries(highest).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, index) => `${group}-${String(index + 1).padStart(2, '0')}`),
  )
  return [
    ...expected.filter((id) => !found.includes(id)).map((id) => `${file} has no row for ${id}`),
    ...found
      .filter((id) => !expected.includes(id))
      .map((id) => `${file} has a row for ${id}, which is not a requirement`),
    ...found.filter((id, index) => found.indexOf(id) !== index).map((id) => `${file} has two rows for ${id}`),
    ...done.filter((id) => notDoneYet.includes(id)).map((id) => `${file} claims ${id}, which is not done yet`),
    ...notDone
      .filter((id) => expected.includes(id) && !notDoneYet.includes(id))
      .map((id) => `${file} lists ${id} as not done yet, but it is done`),
    ...rows.flatMap(({ id, cells }) => testProblems(project, cells.at(-1) ?? '').map((why) => `${file}: ${id} ${why}`)),
  ]
}

/** Returns the table rows that begin with an id. @param {string} text */
function rowsOf(text) {
  return [...text.matchAll(/^\| ([A-Z]{2}-\d+) *\|(.+)\|$/gm)].map(([, id = '', rest = '']) => ({
    id,
    cells: rest.split('|'),
  }))
}

/** @param {Project} project @param {string} cell @returns {string[]} */
function testProblems(project, cell) {
  const tests = inlineCode(cell)
  if (tests.length === 0) return ['names no test']
  return tests.flatMap((test) => {
    if (!/\.(?:test|spec)\.tsx?$/.test(test)) return [`names ${test}, which is not a test`]
    return isThere(project.files, test) ? [] : [`names ${test}, which does not exist`]
  })
}
