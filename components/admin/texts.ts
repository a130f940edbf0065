import { inFigures } from '@/components/ui/chart/in-figures'

interface AccountCounts {
  active: number
  created: number
  admins: number
}

/** The texts of the overview. The `texts-…` files beside this one have those of accounts, tokens and the audit log. */
export const adminTexts = {
  overview: {
    title: 'Overview',
    lead: 'Accounts, tokens and what needs attention.',
    loading: 'Loading overview…',
    accounts: {
      name: 'Accounts',
      detail: ({ active, created, admins }: AccountCounts) =>
        `${inFigures(active)} active · ${inFigures(created)} new in 30 days · ${inFigures(admins)} ${admins === 1 ? 'admin' : 'admins'}`,
    },
    credentials: {
      name: 'Active credentials',
      detail: 'Including sessions and apps',
    },
    expiring: {
      name: 'Expiring soon',
      detail: (days: number) => `Personal tokens expiring within ${days} days`,
    },
    unused: {
      name: 'Unused',
      detail: (days: number) => `Personal tokens not used for ${days} days`,
    },
    signIns: {
      title: 'Sign-ins',
      lead: (days: number) => `Successful and failed sign-ins per day (UTC) over the last ${days} days.`,
      chart: 'Sign-ins by day',
      /** After a number. */
      succeeded: 'successful',
      failed: 'failed',
    },
    byType: {
      title: 'Credentials by type',
      lead: 'Everything that can act for an account right now.',
      chart: 'Active credentials by type',
      /** Before a relative time. */
      updated: 'Updated',
    },
  },
} as const
