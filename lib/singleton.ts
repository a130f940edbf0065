/** `Symbol.for` looks its name up in a table of the whole process; here that is done once a name. */
const symbols = new Map<string, symbol>()

/**
 * Returns the one instance of a process-wide value, making it on first use.
 * The server bundle and Next's route bundles each load their own copy of a module;
 * what they must share (database client, settings, queues) hangs on `globalThis`.
 */
export function singleton<T>(name: string, make: () => T): T {
  const holder = globalThis as unknown as Record<symbol, T | undefined>
  return (holder[symbols.get(name) ?? symbolOf(name)] ??= make())
}

function symbolOf(name: string): symbol {
  const symbol = Symbol.for(`latchkey.${name}`)
  symbols.set(name, symbol)
  return symbol
}
