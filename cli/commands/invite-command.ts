import type { Command } from '@/cli/command'
import { settings } from '@/lib/base/env'
import { parseInput } from '@/lib/edge/http/read-body'
import { createInvite } from '@/lib/domain/invites/create-invite'
import { createInviteInput } from '@/lib/domain/invites/schema'

/** The command that creates an invitation. */
export const inviteCommand: Command = {
  name: 'invite',
  summary: 'Make a link by which one account can be made, within 7 days',
  options: { email: 'optional: the only address that it is good for; the link is mailed there' },
  notes: ['The link counts while REGISTRATION is invite. It is shown here and never again.'],
  examples: ['invite', 'invite --email maya@example.com'],
  run: async (options) => {
    const { email } = parseInput(createInviteInput, options)
    const { url } = await createInvite(null, email ?? null)
    const { registration } = settings()
    const note = `Note: REGISTRATION is ${registration}, not invite, so that the link is not asked for.`
    return { lines: registration === 'invite' ? [url] : [url, note], data: { url, registration } }
  },
}
