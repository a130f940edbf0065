'use client'

import { useRef } from 'react'
import { AccountState } from '@/components/admin/accounts/account-state'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { CopyButton } from '@/components/ui/copy-button'
import { DayTime } from '@/components/ui/time/day-time'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { useNow } from '@/components/ui/time/now-provider'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

const texts = adminAccountsTexts.account.facts

export function ManagedAccountFacts({ account }: { account: ManagedAccount }) {
  const { id, email, email_verified, has_password, date_created, last_login, locked_until } = account
  const idText = useRef<HTMLElement>(null)
  const nowMs = useNow()
  return (
    <FactList>
      <Fact name={texts.status}>
        <AccountState account={account} />
      </Fact>
      <Fact name={texts.email}>
        {email}
        <span className="text-muted">{email_verified ? texts.confirmed : texts.unconfirmed}</span>
      </Fact>
      <Fact name={texts.password}>{has_password ? texts.passwordSet : texts.passwordMissing}</Fact>
      {locked_until !== null && Date.parse(locked_until) > nowMs && (
        <Fact name={texts.signIn}>
          <span className="text-warn">
            {texts.paused} <RelativeTime at={locked_until} />
          </span>
        </Fact>
      )}
      <Fact name={texts.lastSignIn}>{last_login === null ? texts.never : <RelativeTime at={last_login} />}</Fact>
      <Fact name={texts.created}>
        <DayTime at={date_created} />
      </Fact>
      <Fact name={texts.id}>
        <span className="flex flex-wrap items-center justify-between gap-2">
          <code ref={idText} className="font-mono text-note">
            {id}
          </code>
          <CopyButton text={id} what={texts.copied} source={idText} />
        </span>
      </Fact>
    </FactList>
  )
}
