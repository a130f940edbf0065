import { deriveSetupCode } from '@/lib/domain/accounts/registration/setup-code'
import { isEqualInConstantTime } from '@/lib/base/crypto/keyed-digest'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { instanceSecret } from '@/lib/base/instance-secret'

/** Requires the setup code that the server prints at startup. @throws AppError setup_code_invalid */
export function requireSetupCode(given: string): void {
  const code = settings().SETUP_CODE ?? deriveSetupCode(instanceSecret())
  if (!isEqualInConstantTime(instanceSecret(), given, code))
    throw setupCodeInvalid('That’s not the setup code printed at startup')
}

/** Returns the error for a setup code that cannot be used. */
export function setupCodeInvalid(detail: string): AppError {
  return new AppError('setup_code_invalid', { detail, errors: [{ pointer: '/setup_code', detail }] })
}
