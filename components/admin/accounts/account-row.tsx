import { AccountActions } from '@/components/admin/account-actions/account-actions'
import { AccountName } from '@/components/admin/accounts/account-name'
import { AccountState } from '@/components/admin/accounts/account-state'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { emailTexts } from '@/components/shell/texts-email'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { DayTime } from '@/components/ui/time/day-time'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

const texts = adminAccountsTexts.table

const inCard = 'stacked:col-span-2 stacked:text-note stacked:text-muted'

interface AccountRowProps {
  account: ManagedAccount
  isOwn: boolean
  /** Whether the list is about the last visit to a provider instead of the last sign-in. */
  isUnseen: boolean
}

/** One account: a table row, or a card on narrow screens. */
export function AccountRow({ account, isOwn, isUnseen }: AccountRowProps) {
  const { email, email_verified, date_created, last_login, last_provider_sign_in_at, is_active } = account
  const lastSeen = isUnseen ? last_provider_sign_in_at : last_login
  return (
    <DataRow isOver={!is_active} card="stacked:grid-cols-[minmax(0,1fr)_auto]">
      <DataCell>
        <div className="font-medium">
          <AccountName account={account} />
          {isOwn && <span className="font-normal text-muted"> {texts.you}</span>}
        </div>
        <div className="text-note wrap-anywhere text-muted">
          {email ?? emailTexts.none}
          {email !== null && !email_verified && texts.unconfirmed}
        </div>
      </DataCell>
      <DataCell className="stacked:col-span-2 stacked:row-start-2">
        <AccountState account={account} />
      </DataCell>
      <DataCell className={inCard}>
        {lastSeen === null ? (
          <span className="text-muted">
            {texts.never}
            <span className="columns:hidden"> {texts.neverSignedIn}</span>
          </span>
        ) : (
          <>
            <span className="columns:hidden">{isUnseen ? texts.seenAtProvider : texts.signedIn} </span>
            <RelativeTime at={lastSeen} />
          </>
        )}
      </DataCell>
      <DataCell className={inCard}>
        <span className="columns:hidden">{texts.createdOn} </span>
        <DayTime at={date_created} />
      </DataCell>
      <DataCell className="text-right stacked:col-start-2 stacked:row-start-1 stacked:-mr-2">
        {!isOwn && <AccountActions account={account} />}
      </DataCell>
    </DataRow>
  )
}
