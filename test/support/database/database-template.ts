/** What the global setup of a database project provides to its workers. */
export interface DatabaseTemplate {
  /** The migrated, empty database, to which nothing is connected. */
  url: string
  /** A folder for the files of this run. */
  scratch: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplate: DatabaseTemplate
  }
}
