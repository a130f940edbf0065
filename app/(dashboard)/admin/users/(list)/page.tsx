import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountDialogs } from '@/components/admin/account-actions/account-dialogs'
import { accountListAddress, accountListHref } from '@/components/admin/accounts/account-list-address'
import { filtersOfAccountPart } from '@/components/admin/accounts/account-parts'
import { AccountTable } from '@/components/admin/accounts/account-table'
import { AccountToolbar } from '@/components/admin/accounts/account-toolbar'
import { AccountsHeader } from '@/components/admin/accounts/accounts-header'
import { CreateAccountButton } from '@/components/admin/account-actions/create-account-button'
import { NoAccountsHere } from '@/components/admin/accounts/no-accounts-here'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { buttonClass } from '@/components/ui/button-class'
import { Pager } from '@/components/ui/table/pager'
import { listAccounts } from '@/lib/domain/admin/accounts/list-accounts'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'
import { settings } from '@/lib/base/env'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'

const texts = adminAccountsTexts.page

export const metadata: Metadata = { title: texts.title }

const ACCOUNTS_PER_PAGE = 50

interface AccountsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AccountsPage({ searchParams }: AccountsPageProps) {
  const admin = await requirePageAdmin()
  const address = accountListAddress.parse(await searchParams)
  const { show, q, sort } = address
  const filters = { ...filtersOfAccountPart[show], limit: ACCOUNTS_PER_PAGE }
  const { items, next_cursor } = await firstPageOtherwise(address.cursor, (cursor) =>
    listAccounts(admin, { ...filters, cursor, ...(q === undefined ? { sort } : { q }) }),
  )
  return (
    <AccountDialogs>
      <AccountsHeader>
        <div className="flex flex-wrap gap-2">
          <Link href="/admin/users/invites" className={buttonClass()}>
            {texts.invitations}
          </Link>
          <CreateAccountButton />
        </div>
      </AccountsHeader>
      <AccountToolbar address={address} hasProviders={settings().providers.length > 0} />
      {items.length === 0 ? (
        <NoAccountsHere address={address} />
      ) : (
        <AccountTable accounts={items} address={address} ownId={admin.userId} />
      )}
      <Pager
        label={texts.pages}
        firstHref={address.cursor === undefined ? null : accountListHref({ ...address, cursor: undefined })}
        nextHref={next_cursor === null ? null : accountListHref({ ...address, cursor: next_cursor })}
      />
    </AccountDialogs>
  )
}
