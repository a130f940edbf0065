const KEY = Symbol.for('latchkey.singletons')
const shared = globalThis as unknown as Record<symbol, Map<string, unknown> | undefined>

/**
 * All process-wide values. The server bundle and Next.js's route bundles each load their own copy of a module, so
 * shared values (database client, settings, queues) hang on `globalThis`. Its properties are slow to look up, so
 * there is only this one, and each copy looks it up once.
 */
export const singletons = (shared[KEY] ??= new Map<string, unknown>())

/** Returns the single instance of a process-wide value and creates it on first use. */
export function singleton<T>(name: string, make: () => T): T {
  const known = singletons.get(name)
  if (known !== undefined) return known as T
  const made = make()
  singletons.set(name, made)
  return made
}
