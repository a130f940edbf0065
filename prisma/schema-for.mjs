import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Returns the Prisma schema for one kind of database, derived from `prisma/schema.prisma`.
 * @param {'postgresql' | 'sqlite'} kind
 * @param {string} root the project’s folder
 * @returns {string}
 */
export function schemaFor(kind, root = process.cwd()) {
  const source = readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')
  return source
    .replace('provider = "postgresql"', `provider = "${kind}"`)
    .replace('generated/postgresql"', `generated/${kind}"`)
}
