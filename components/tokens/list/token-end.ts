import type { CreateTokenInput } from '@/lib/domain/tokens/schema'

/**
 * When a token is to expire, in the API's fields; one of the three is set. `expires_at` is empty until a day is chosen.
 */
export type TokenEnd = Pick<CreateTokenInput, 'expires_in_seconds' | 'expires_at' | 'never'>
