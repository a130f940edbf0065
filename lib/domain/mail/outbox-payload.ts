import { seal, unseal } from '@/lib/base/crypto/seal'
import { instanceSecret } from '@/lib/base/instance-secret'
import type { Mail, MailRequest } from '@/lib/domain/mail/mail'

const LABEL = 'outbox'

/** Encrypts an entry of the outbox, so that a reader of the database learns neither recipient nor link. */
export function sealEntry(entry: Mail | MailRequest): Uint8Array<ArrayBuffer> {
  return seal(instanceSecret(), LABEL, JSON.stringify(entry))
}

/** Decrypts the result of `sealEntry`. @throws Error when it was not sealed with this instance secret */
export function unsealEntry(payload: Uint8Array): Mail | MailRequest {
  return JSON.parse(unseal(instanceSecret(), LABEL, payload)) as Mail | MailRequest
}
