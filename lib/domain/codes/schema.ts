import { givenKey } from '@/lib/base/schema/text'

/** The secret of a link that a mail brought: any text, so that a wrong one is answered like every other. */
export const givenCode = givenKey(200)
