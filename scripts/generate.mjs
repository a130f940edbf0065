// Generates both Prisma clients from prisma/schema.prisma, offline: the generator runs in process, so neither the
// Prisma CLI nor an engine download is needed (docs/adr/0004).
import { createRequire } from 'node:module'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { schemaFor } from '../prisma/schema-for.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)

export async function generate() {
  const { getGenerators, loadSchemaContext } = require('@prisma/internals')
  const { PrismaClientTsGenerator } = require('@prisma/client-generator-ts')
  const version = require('@prisma/client/package.json').version
  for (const kind of /** @type {const} */ (['postgresql', 'sqlite'])) {
    const folder = path.join(root, 'lib/db/generated')
    const file = path.join(folder, `${kind}.prisma`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, schemaFor(kind, root).replace('../lib/db/generated/', './'))
    const generators = await getGenerators({
      schemaContext: await loadSchemaContext({
        schemaPath: { cliProvidedPath: file },
        printLoadMessage: false,
      }),
      registry: { 'prisma-client': { type: 'in-process', generator: new PrismaClientTsGenerator() } },
      printDownloadProgress: false,
      version,
      cliCommand: 'generate',
    })
    for (const generator of generators) {
      await generator.generate()
      generator.stop()
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generate()
