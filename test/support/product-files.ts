import { readdirSync } from 'node:fs'
import path from 'node:path'

const PRODUCT = ['app', 'components', 'lib', 'cli']
const GENERATED = 'lib/db/generated/'
const TEST = /\.(?:test|spec)\.tsx?$/

/** Lists every source file of the product, without tests and generated code, relative to the project's folder. */
export function productFiles(): string[] {
  const below = PRODUCT.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name)),
  )
  return [...below, 'server.ts'].filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith(GENERATED) && !TEST.test(file),
  )
}
