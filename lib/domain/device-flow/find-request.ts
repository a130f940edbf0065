import { AppError } from '@/lib/base/errors/app-error'
import { tooManyRequests } from '@/lib/db/rate-limit/limit-address'
import { consume, refund } from '@/lib/db/rate-limit/limiter'
import { findRequestByUserCode, type DeviceRequest } from '@/lib/domain/device-flow/request-store'
import { foldUserCode } from '@/lib/base/schema/user-code'
import type { Principal } from '@/lib/keys/principal'

/** How many wrong codes an account may enter in 10 minutes. */
const WRONG_CODES = { name: 'device-code', points: 10, durationSeconds: 600 }

/**
 * Finds the pending request that shows a code. A code counts as wrong before it is looked up, so that concurrent guesses
 * cannot exceed the limit; a right one is taken back.
 * @throws AppError device_code_not_found, device_request_decided, too_many_requests
 */
export async function findRequest({ userId }: Principal, typed: string): Promise<DeviceRequest> {
  const waitMs = await consume(WRONG_CODES, userId)
  if (waitMs !== null) throw tooManyRequests(waitMs)
  const code = foldUserCode(typed)
  const request = code === null ? null : await findRequestByUserCode(code)
  if (request === null) throw codeNotFound()
  await refund(WRONG_CODES, userId)
  if (request.state !== 'pending') throw requestDecided()
  return request
}

/** Returns the error for a code that no device shows now. */
function codeNotFound(): AppError {
  const detail = 'This code is wrong or has expired.'
  return new AppError('device_code_not_found', { detail, errors: [{ pointer: '/user_code', detail }] })
}

/** Returns the error for a request that was approved or denied before. */
export function requestDecided(): AppError {
  const detail = 'This request was approved or denied before. To try again, get a new code on your device.'
  return new AppError('device_request_decided', { detail })
}
