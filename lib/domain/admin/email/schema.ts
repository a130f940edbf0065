import * as z from 'zod'

/** A test email that the mail server accepted. */
export const sentTestEmail = z.object({
  sent_to: z.string().describe('Your own email address, to which the test email was sent.'),
})

export type SentTestEmail = z.infer<typeof sentTestEmail>
