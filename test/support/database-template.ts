/** What the global setup of a database project hands to its workers. */
export interface DatabaseTemplate {
  /** The migrated, empty database; nobody is connected to it. */
  url: string
  /** A folder for this run's files. */
  scratch: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplate: DatabaseTemplate
  }
}
