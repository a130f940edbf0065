import { givenKey } from '@/lib/base/schema/text'

/** The secret of an emailed link. Any text is allowed, so a malformed one gets the same answer as any wrong one. */
export const givenCode = givenKey(200)
