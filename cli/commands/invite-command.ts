import type { Command } from '@/cli/command'
import { settings } from '@/lib/base/env'
import { parseInput } from '@/lib/edge/http/read-body'
import { createInvite } from '@/lib/domain/invites/create-invite'
import { createInviteInput } from '@/lib/domain/invites/schema'

const NOTES = {
  open: 'Note: REGISTRATION is open, so anyone can register without an invitation.',
  closed: 'Note: REGISTRATION is closed, so the link does not work. To use invitations, set REGISTRATION=invite.',
} as const

/** The command that creates an invitation. */
export const inviteCommand: Command = {
  name: 'invite',
  summary: 'Create an invitation link for one account, valid for 7 days',
  options: { email: 'optional: only this address can use the link, which is emailed there' },
  notes: ['Invitations are for REGISTRATION=invite. The link is shown once.'],
  examples: ['invite', 'invite --email maya@example.com'],
  run: async (options) => {
    const { email } = parseInput(createInviteInput, options)
    const { url } = await createInvite(null, email ?? null)
    const { registration } = settings()
    return { lines: registration === 'invite' ? [url] : [url, NOTES[registration]], data: { url, registration } }
  },
}
