import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

interface Place {
  port: number
  dataDir: string
  databaseUrl?: string
  env?: Readonly<Record<string, string>>
}

const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG']

/**
 * Returns the environment of a server under test, without any settings of the developer, neither exported nor in
 * `.env`.
 */
export function serverEnvironment({ port, dataDir, databaseUrl, env }: Place): NodeJS.ProcessEnv {
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...valuesUnset('.env'),
    ...Object.fromEntries(inherited),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    BCRYPT_COST: '10',
    ADDRESS_LIMIT_PER_MINUTE: '1000000',
    ...(databaseUrl !== undefined && {
      DATABASE_URL: databaseUrl,
      LATCHKEY_SECRET: `for-tests-alone-${'0'.repeat(32)}`,
    }),
    ...env,
  }
}

/**
 * Returns the names in a settings file, each with an empty value. Because they are set, the server takes none from the
 * file.
 */
function valuesUnset(file: string): Record<string, string> {
  if (!existsSync(file)) return {}
  return Object.fromEntries(Object.keys(parseEnv(readFileSync(file, 'utf8'))).map((name) => [name, '']))
}
