import { digestOf } from '@/lib/base/crypto/digest'
import { now, secondsAfter } from '@/lib/base/clock'
import {
  findUsableCode,
  findUsableCodeIn,
  insertCode,
  useCode,
  type CodePurpose,
  type OneTimeCode,
} from '@/lib/domain/codes/code-store'
import { randomBase62 } from '@/lib/base/crypto/random'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/base/errors/app-error'
import { DAY_SECONDS, HOUR_SECONDS } from '@/lib/base/durations'

/** 30 characters of base62 are 178 bits, so a code needs no slow hash. */
const CODE_LENGTH = 30

/** How long a code is valid, in seconds. */
const TTL_SECONDS: Record<CodePurpose, number> = {
  verify_email: DAY_SECONDS,
  reset_password: HOUR_SECONDS / 2,
  confirm_email_change: DAY_SECONDS,
  undo_email_change: 7 * DAY_SECONDS,
  invitation: 7 * DAY_SECONDS,
}

interface CodeInput {
  purpose: CodePurpose
  /** The account that the code acts on; null if there is none yet. */
  userId: string | null
  /** What the code is bound to, such as the address that it confirms. */
  subject: string | null
}

/** A new code: its text goes out in a link, and only the digest is stored. */
interface IssuedCode {
  id: string
  text: string
  expiresAt: Date
}

/** Creates a code that can be used once. The caller drops the codes that it replaces. */
export async function issueCode(tx: Db, input: CodeInput): Promise<IssuedCode> {
  const text = randomBase62(CODE_LENGTH)
  const expiresAt = secondsAfter(now(), TTL_SECONDS[input.purpose])
  const { id } = await insertCode(tx, { ...input, digest: digestOf(text), expiresAt })
  return { id, text, expiresAt }
}

/**
 * Uses up a code in the transaction of what it allows: of any number of concurrent requests, one succeeds.
 * @throws AppError code_invalid for the field at `pointer`, if the code is unknown, used, expired or replaced
 */
export async function redeemCode(tx: Db, purpose: CodePurpose, text: string, pointer: string): Promise<OneTimeCode> {
  const code = await useCode(tx, purpose, digestOf(text))
  if (code === null) throw codeInvalid(pointer)
  return code
}

/** Like `redeemCode`, but does not use up the code. @throws AppError code_invalid */
export async function peekCode(purpose: CodePurpose, text: string, pointer: string): Promise<OneTimeCode> {
  const code = await findUsableCode(purpose, digestOf(text))
  if (code === null) throw codeInvalid(pointer)
  return code
}

/** Does the same in a transaction. @throws AppError code_invalid */
export async function peekCodeIn(tx: Db, purpose: CodePurpose, text: string, pointer: string): Promise<OneTimeCode> {
  const code = await findUsableCodeIn(tx, purpose, digestOf(text))
  if (code === null) throw codeInvalid(pointer)
  return code
}

/** Returns the same error for every unusable code, whatever the reason. */
export function codeInvalid(pointer: string): AppError {
  const detail = 'This link has expired, was already used, or was replaced by a newer one.'
  return new AppError('code_invalid', { detail, errors: [{ pointer, detail }] })
}
