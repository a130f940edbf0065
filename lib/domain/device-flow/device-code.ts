import { randomBase62, randomLetters } from '@/lib/base/crypto/random'
import { USER_CODE_ALPHABET, USER_CODE_LENGTH } from '@/lib/base/schema/user-code'

/** 43 characters of base62 are 256 bits, so a device code needs no slow hash. */
const DEVICE_CODE_LENGTH = 43

/** Returns a new device code, of which only the digest is stored, and a new code for the person. */
export function newCodes(): { deviceCode: string; userCode: string } {
  return {
    deviceCode: randomBase62(DEVICE_CODE_LENGTH),
    userCode: randomLetters(USER_CODE_ALPHABET, USER_CODE_LENGTH),
  }
}
