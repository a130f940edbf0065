import type { CreateTokenInput } from '@/lib/domain/tokens/schema'

/** When a token is to end, in the words of the API: one of the three is set. `expires_at` is empty until a day is chosen. */
export type TokenEnd = Pick<CreateTokenInput, 'expires_in_seconds' | 'expires_at' | 'never'>
