import * as z from 'zod'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { configHome } from '@/lib/base/env'

const signIns = z.object({
  /** The origin of the server that this person signed in to last. Commands use it unless they name another one. */
  last_server: z.string().nullable(),
  /** The token of this person on each server, by the server’s origin. */
  servers: z.record(z.string(), z.object({ token: z.string() })),
})

/** Where this person is signed in. */
export type SignIns = z.infer<typeof signIns>

/** The file in which `login` keeps its tokens. Only this person may read it. */
export function signInFile(): string {
  return path.join(configHome(), 'latchkey', 'sign-ins.json')
}

/** Reads where this person is signed in. Without a file, they are signed in nowhere. */
export function readSignIns(): SignIns {
  const file = signInFile()
  try {
    return signIns.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { last_server: null, servers: {} }
    if (!(cause instanceof SyntaxError) && !(cause instanceof z.ZodError)) throw cause
    throw new Error(`${file} is damaged: delete it and sign in again`, { cause })
  }
}

/** Keeps the token of a server, which becomes the one that commands use. Replaces the token that was there. */
export function keepSignIn(origin: string, token: string): void {
  const { servers } = readSignIns()
  write({ last_server: origin, servers: { ...servers, [origin]: { token } } })
}

/** Removes the token of a server. */
export function forgetSignIn(origin: string): void {
  const { last_server, servers } = readSignIns()
  const { [origin]: _, ...others } = servers
  const [another = null] = Object.keys(others)
  write({ last_server: last_server === origin ? another : last_server, servers: others })
}

/** Replaces the file in one step, so that neither a crash nor a full disk costs the other entries. */
function write(content: SignIns): void {
  const file = signInFile()
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const draft = `${file}.${process.pid}`
  rmSync(draft, { force: true })
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
}
