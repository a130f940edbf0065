import { createHash } from 'node:crypto'
import { now, secondsAfter } from '@/lib/base/clock'
import { findUsableCode, insertCode, useCode, type CodePurpose, type OneTimeCode } from '@/lib/domain/codes/code-store'
import { randomBase62 } from '@/lib/base/crypto/random'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/base/errors/app-error'
import { DAY_SECONDS, HOUR_SECONDS } from '@/lib/base/durations'

/** 30 characters of base62: 178 bits, so that no slow hash is needed. */
const CODE_LENGTH = 30

/** How long a code can be used, in seconds. */
const TTL_SECONDS: Record<CodePurpose, number> = {
  verify_email: DAY_SECONDS,
  reset_password: HOUR_SECONDS / 2,
  confirm_email_change: DAY_SECONDS,
  undo_email_change: 7 * DAY_SECONDS,
  invitation: 7 * DAY_SECONDS,
}

interface CodeInput {
  purpose: CodePurpose
  /** Whose account it acts on; null where there is none yet. */
  userId: string | null
  /** What it is bound to, such as the address that it confirms. */
  subject: string | null
}

/** A code just made: its text goes out in a link, the digest stays. */
interface IssuedCode {
  id: string
  text: string
  expiresAt: Date
}

/** Makes a code that can be used once. Those that it replaces are for the caller to drop. */
export async function issueCode(tx: Db, input: CodeInput): Promise<IssuedCode> {
  const text = randomBase62(CODE_LENGTH)
  const expiresAt = secondsAfter(now(), TTL_SECONDS[input.purpose])
  const { id } = await insertCode(tx, { ...input, digest: digestOf(text), expiresAt })
  return { id, text, expiresAt }
}

/**
 * Uses a code up, in the transaction of what it allows: of any number at once one succeeds.
 * @throws AppError code_invalid for the field at `pointer`: unknown, used, run out or replaced
 */
export async function redeemCode(tx: Db, purpose: CodePurpose, text: string, pointer: string): Promise<OneTimeCode> {
  const code = await useCode(tx, purpose, digestOf(text))
  if (code === null) throw codeInvalid(pointer)
  return code
}

/** The same without using it up. @throws AppError code_invalid */
export async function peekCode(purpose: CodePurpose, text: string, pointer: string): Promise<OneTimeCode> {
  const code = await findUsableCode(purpose, digestOf(text))
  if (code === null) throw codeInvalid(pointer)
  return code
}

/** The one answer to every code that is of no use, whatever the reason. */
export function codeInvalid(pointer: string): AppError {
  const detail = 'The link is not valid any more: it was used, has run out, or a newer one was sent.'
  return new AppError('code_invalid', { detail, errors: [{ pointer, detail }] })
}

function digestOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
