import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The kinds of database that have migrations. */
export type DatabaseKind = 'sqlite' | 'postgresql'

/** Returns the kind of database that a URL names. */
export function databaseKindOf(url: string): DatabaseKind {
  return url.startsWith('file:') ? 'sqlite' : 'postgresql'
}

/** Returns the folder with the migrations of one kind. */
export function migrationsFolder(kind: DatabaseKind): string {
  return path.resolve('prisma/migrations', kind)
}

/** Returns the names of all migrations of one kind, oldest first. */
export function migrationNames(kind: DatabaseKind): string[] {
  return readdirSync(migrationsFolder(kind))
    .filter((name) => /^\d{14}_/.test(name))
    .sort()
}
