'use client'

import { useRef } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { DayTime } from '@/components/ui/time/day-time'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { AccountView } from '@/lib/domain/accounts/schema'

/** What is known about an account and cannot be edited. */
export function AccountFacts({ account }: { account: AccountView }) {
  const id = useRef<HTMLElement>(null)
  return (
    <FactList>
      <Fact name="E-mail address">{account.email}</Fact>
      <Fact name="Kind">{account.is_admin ? 'Administrator' : 'Account'}</Fact>
      <Fact name="Created">
        <DayTime at={account.date_created} />
      </Fact>
      {account.last_login !== null && (
        <Fact name="Last sign-in">
          <RelativeTime at={account.last_login} />
        </Fact>
      )}
      <Fact name="Account id">
        <span className="flex flex-wrap items-center justify-between gap-2">
          <code ref={id} className="font-mono text-note wrap-anywhere">
            {account.id}
          </code>
          <CopyButton text={account.id} what="the account id" source={id} />
        </span>
      </Fact>
    </FactList>
  )
}
