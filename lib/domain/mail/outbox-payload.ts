import { seal, unseal } from '@/lib/base/crypto/seal'
import { instanceSecret } from '@/lib/base/instance-secret'
import type { Mail, MailRequest } from '@/lib/domain/mail/mail'

const LABEL = 'outbox'

/** An entry as it may lie in the database: whoever reads that learns neither recipient nor link. */
export function sealEntry(entry: Mail | MailRequest): Uint8Array<ArrayBuffer> {
  return seal(instanceSecret(), LABEL, JSON.stringify(entry))
}

/** What `sealEntry` was given. @throws Error when it is not ours */
export function unsealEntry(payload: Uint8Array): Mail | MailRequest {
  return JSON.parse(unseal(instanceSecret(), LABEL, payload)) as Mail | MailRequest
}
