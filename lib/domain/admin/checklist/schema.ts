import * as z from 'zod'

/** The first steps of a new server, in the order in which an administrator takes them. */
export const CHECKLIST_STEPS = ['email', 'token', 'verification', 'invite', 'backup'] as const

export const checklistView = z.object({
  items: z
    .array(
      z.object({
        step: z
          .enum(CHECKLIST_STEPS)
          .describe(
            'email: a mail server is configured and has accepted a test email. token: you have created a token. verification: a personal token was accepted. invite: an invitation or a second account exists. backup: the backup command has completed; only on SQLite, because the server can’t see other backups.',
          ),
        done: z.boolean().describe('Whether the step is done.'),
      }),
    )
    .describe('The steps, in the recommended order.'),
  dismissed: z.boolean().describe('Whether you dismissed the checklist. Each administrator decides for themselves.'),
})

export const dismissChecklistInput = z.strictObject({
  dismissed: z.literal(true, 'Must be true').describe('true dismisses the checklist for you.'),
})

export type ChecklistStep = (typeof CHECKLIST_STEPS)[number]
export type ChecklistView = z.infer<typeof checklistView>
