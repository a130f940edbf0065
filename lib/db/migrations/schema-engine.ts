import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { singleton } from '@/lib/base/singleton'

interface Loadable {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

/** The engine passes the reason of a panic to a global function before it traps. The trap itself says nothing. */
function explainPanic(reason: string): never {
  throw new Error(`Prisma's schema engine failed: ${reason}`)
}

/** The package is loaded once per process, so the WebAssembly instance that it uses must be too. */
function load(): WebAssembly.Instance {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: explainPanic } })
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(path.join(path.dirname(file), 'schema_engine_bg.wasm'))
  const imports = { './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports }
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
  const loadable = engineModule as unknown as Loadable
  loadable.__wbg_set_wasm(instance.exports)
  ;(instance.exports['__wbindgen_start'] as () => void)()
  return instance
}

/**
 * Runs `work` with Prisma's schema engine (its WebAssembly build, docs/adr/0004) over connections of `factory`, and
 * closes them afterwards. `schema` is the text of the data model.
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
  work: (engine: engineModule.SchemaEngine) => Promise<T>,
): Promise<T> {
  singleton('schema-engine', load)
  const opened: SqlDriverAdapter[] = []
  const connect = async () => {
    const connection = await factory.connect()
    opened.push(connection)
    return connection
  }
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connectToShadowDb: () => factory.connectToShadowDb(),
      connect,
    }),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    // The engine keeps SQLite locked until the connection itself is closed.
    for (const connection of opened) await connection.dispose()
  }
}
