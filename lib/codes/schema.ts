import * as z from 'zod'

/** The secret of a link that a mail brought: any text, so that a wrong one is answered like every other. */
export const givenCode = z.string('Must be text').trim().min(1, 'Must not be empty').max(200, 'Is too long')
