'use client'

import { useRef, type ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { DayTime } from '@/components/ui/day-time'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AccountView } from '@/lib/accounts/schema'

/** What is known of an account and stays as it is. */
export function AccountFacts({ account }: { account: AccountView }) {
  const id = useRef<HTMLElement>(null)
  return (
    <dl className="divide-y divide-line rounded-card border border-line bg-surface">
      <Fact name="E-mail address">
        <span className="wrap-anywhere">{account.email}</span>
      </Fact>
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
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid items-center gap-x-4 px-4 py-3 cards:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-muted max-cards:text-note">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
