import { randomLetters, randomSecret } from '@/lib/base/crypto/random'
import { USER_CODE_ALPHABET, USER_CODE_LENGTH } from '@/lib/base/schema/user-code'

/** Returns a new device code, of which only the digest is stored, and a new code for the person. */
export function newCodes(): { deviceCode: string; userCode: string } {
  return {
    deviceCode: randomSecret(),
    userCode: randomLetters(USER_CODE_ALPHABET, USER_CODE_LENGTH),
  }
}
