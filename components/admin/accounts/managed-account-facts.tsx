'use client'

import { useRef } from 'react'
import { AccountState } from '@/components/admin/accounts/account-state'
import { CopyButton } from '@/components/ui/copy-button'
import { DayTime } from '@/components/ui/time/day-time'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { useNow } from '@/components/ui/time/now-provider'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

export function ManagedAccountFacts({ account }: { account: ManagedAccount }) {
  const { id, email, email_verified, has_password, date_created, last_login, locked_until } = account
  const idText = useRef<HTMLElement>(null)
  const nowMs = useNow()
  return (
    <FactList>
      <Fact name="State">
        <AccountState account={account} />
      </Fact>
      <Fact name="E-mail address">
        {email}
        <span className="text-muted">{email_verified ? ', confirmed' : ', not confirmed'}</span>
      </Fact>
      <Fact name="Password">{has_password ? 'Chosen by its owner' : 'None yet: its owner has not used the link'}</Fact>
      {locked_until !== null && Date.parse(locked_until) > nowMs && (
        <Fact name="Locked">
          <span className="text-warn">
            After too many wrong passwords, until <RelativeTime at={locked_until} />
          </span>
        </Fact>
      )}
      <Fact name="Last sign-in">{last_login === null ? 'Never' : <RelativeTime at={last_login} />}</Fact>
      <Fact name="Created">
        <DayTime at={date_created} />
      </Fact>
      <Fact name="Account id">
        <span className="flex flex-wrap items-center justify-between gap-2">
          <code ref={idText} className="font-mono text-note">
            {id}
          </code>
          <CopyButton text={id} what="the account id" source={idText} />
        </span>
      </Fact>
    </FactList>
  )
}
