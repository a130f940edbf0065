const KEY = Symbol.for('latchkey.singletons')
const shared = globalThis as unknown as Record<symbol, Map<string, unknown> | undefined>

/**
 * The one map of the process. The server bundle and Next's route bundles each load their own copy
 * of a module; what they must share (database client, settings, queues) hangs on `globalThis`,
 * where a property is slow to look up: so there is a single one, looked up once a copy.
 */
export const singletons = (shared[KEY] ??= new Map<string, unknown>())

/** Returns the one instance of a process-wide value, making it on first use. */
export function singleton<T>(name: string, make: () => T): T {
  const known = singletons.get(name)
  if (known !== undefined) return known as T
  const made = make()
  singletons.set(name, made)
  return made
}
