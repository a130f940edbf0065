/** The texts of the invitations page. */
export const invitesTexts = {
  page: {
    back: 'Accounts',
    title: 'Invitations',
    lead: 'Invite people to create an account.',
    notNeeded: {
      open: 'Sign-up is open, so invitations are optional. Set REGISTRATION=invite to require them.',
      closed: 'Sign-up is closed, so invitation links won’t work. Set REGISTRATION=invite to allow them.',
    },
    create: {
      title: 'Invite someone',
      lead: 'Each link creates one account and is valid for 7 days.',
    },
    list: {
      title: 'All invitations',
      lead: 'Newest first. Used and expired ones are removed after a week.',
      pages: 'Invitation pages',
    },
  },

  form: {
    email: 'Email address (optional)',
    emailHint: 'If you enter one, we’ll email the link there, and only that address can use it.',
    submit: 'Create invitation link',
    copyNow: 'Copy the link now. You won’t see it again.',
    sent: (email: string) => `Invitation link sent to ${email}.`,
    /** What the copy button copies, for screen readers. */
    link: 'the link',
  },

  table: {
    label: 'Invitations',
    columns: { recipient: 'For', status: 'Status', expires: 'Expires', actions: 'Actions' },
    anyone: 'Anyone with the link',
    status: { open: 'Pending', used: 'Used', expired: 'Expired' },
    revoke: 'Revoke',
    empty: { title: 'No invitations yet', text: 'Invitations you create appear here.' },
  },
} as const
