import type { Metadata } from 'next'
import { AccountActions } from '@/components/admin/account-actions/account-actions'
import { AccountDialogs } from '@/components/admin/account-actions/account-dialogs'
import { AccountNamesForm } from '@/components/admin/account-actions/account-names-form'
import { AccountIdentities } from '@/components/admin/accounts/account-identities'
import { AccountTokens } from '@/components/admin/accounts/account-tokens'
import { AccountAuditLinks } from '@/components/admin/accounts/account-audit-links'
import { ManagedAccountFacts } from '@/components/admin/accounts/managed-account-facts'
import { SessionPolicyForm } from '@/components/admin/account-actions/session-policy-form'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { emailTexts } from '@/components/shell/texts-email'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'
import { listManagedTokens } from '@/lib/domain/admin/tokens/list-managed-tokens'
import { settings } from '@/lib/base/env'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'
import { readAccount } from '@/app/(dashboard)/admin/users/[id]/read-account'

const texts = adminAccountsTexts.account

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
      <BackLink href="/admin/users">{texts.back}</BackLink>
      <PageHeader title={username} lead={name === '' ? (account.email ?? emailTexts.none) : name}>
        {!isOwn && <AccountActions account={account} />}
      </PageHeader>
      <PageSection title={texts.title} lead={isOwn ? texts.ownLead : texts.lead}>
        <ManagedAccountFacts account={account} />
      </PageSection>
      {account.identities.length > 0 && (
        <PageSection title={texts.identities.title} lead={texts.identities.lead}>
          <AccountIdentities account={account} />
        </PageSection>
      )}
      <PageSection title={texts.tokens.title} lead={texts.tokens.lead}>
        <AccountTokens userId={id} page={tokens} />
      </PageSection>
      <PageSection title={texts.name.title} lead={texts.name.lead}>
        <AccountNamesForm id={id} names={{ username, first_name, last_name }} />
      </PageSection>
      <PageSection title={texts.limit.title} lead={texts.limit.lead}>
        <SessionPolicyForm id={id} policy={session_policy} deploymentPolicy={settings().SESSION_POLICY} />
      </PageSection>
      <PageSection title={texts.audit.title} lead={texts.audit.lead}>
        <AccountAuditLinks account={account} />
      </PageSection>
    </AccountDialogs>
  )
}
