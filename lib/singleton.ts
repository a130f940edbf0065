/**
 * Returns the one instance of a process-wide value, making it on first use.
 * The server bundle and Next's route bundles each load their own copy of a module;
 * what they must share (database client, settings, queues) hangs on `globalThis`.
 */
export function singleton<T>(name: string, make: () => T): T {
  const holder = globalThis as unknown as Record<symbol, T | undefined>
  const key = Symbol.for(`latchkey.${name}`)
  return (holder[key] ??= make())
}
