import type { Metadata } from 'next'
import { AccountActions } from '@/components/admin/account-actions/account-actions'
import { AccountDialogs } from '@/components/admin/account-actions/account-dialogs'
import { AccountNamesForm } from '@/components/admin/account-actions/account-names-form'
import { AccountTokens } from '@/components/admin/accounts/account-tokens'
import { AccountAuditLinks } from '@/components/admin/accounts/account-audit-links'
import { ManagedAccountFacts } from '@/components/admin/accounts/managed-account-facts'
import { SessionPolicyForm } from '@/components/admin/account-actions/session-policy-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'
import { listManagedTokens } from '@/lib/domain/admin/tokens/list-managed-tokens'
import { settings } from '@/lib/base/env'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'
import { readAccount } from '@/app/(dashboard)/admin/users/[id]/read-account'

const TOKENS_SHOWN = 20

interface AccountPageProps {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: AccountPageProps): Promise<Metadata> {
  return { title: (await readAccount((await params).id)).username }
}

export default async function AccountPage({ params }: AccountPageProps) {
  const admin = await requirePageAdmin()
  const account = await readAccount((await params).id)
  const { id, username, first_name, last_name, session_policy } = account
  const tokens = await listManagedTokens(admin, { user: id, status: 'active', limit: TOKENS_SHOWN })
  const isOwn = id === admin.userId
  const name = `${first_name} ${last_name}`.trim()
  return (
    <AccountDialogs>
      <BackLink href="/admin/users">Accounts</BackLink>
      <PageHeader title={username} lead={name === '' ? account.email : name}>
        {!isOwn && <AccountActions account={account} />}
      </PageHeader>
      <PageSection
        title="Account"
        lead={
          isOwn
            ? 'It is your own: your password, your address and your devices are in your settings, and your rights in the hands of another administrator.'
            : 'How it stands. Nobody but its owner ever sees or chooses its password.'
        }
      >
        <ManagedAccountFacts account={account} />
      </PageSection>
      <PageSection title="Devices and tokens" lead="What can act for this account at this moment, the newest first.">
        <AccountTokens userId={id} page={tokens} />
      </PageSection>
      <PageSection title="Names" lead="Services that take its tokens are told the username.">
        <AccountNamesForm id={id} names={{ username, first_name, last_name }} />
      </PageSection>
      <PageSection
        title="Sessions"
        lead="How many browsers and programs may be signed in to this account at once. Personal tokens do not count."
      >
        <SessionPolicyForm id={id} policy={session_policy} deploymentPolicy={settings().SESSION_POLICY} />
      </PageSection>
      <PageSection title="Trail" lead="What it did, and what was done to it.">
        <AccountAuditLinks id={id} />
      </PageSection>
    </AccountDialogs>
  )
}
