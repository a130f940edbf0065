import path from 'node:path'
import { defineConfig } from 'prisma/config'

// For `npx prisma validate`, `format` and `studio`. The project generates and migrates by its own scripts (docs/adr/0004).

// These commands use no schema engine, but would download one unless they find a program here.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath
process.env['CHECKPOINT_DISABLE'] ??= '1'

const DATABASE = process.env['DATABASE_URL'] ?? `file:${process.env['DATA_DIR'] ?? './data'}/latchkey.db`

export default defineConfig({
  schema: 'prisma/schema.prisma',
  // Studio opens a SQLite file only by its absolute path.
  datasource: {
    url: DATABASE.startsWith('file:') ? `file://${path.resolve(DATABASE.slice('file:'.length))}` : DATABASE,
  },
})
