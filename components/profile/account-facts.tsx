'use client'

import { useRef } from 'react'
import { profileTexts } from '@/components/profile/texts'
import { emailTexts } from '@/components/shell/texts-email'
import { CopyButton } from '@/components/ui/copy-button'
import { DayTime } from '@/components/ui/time/day-time'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { AccountView } from '@/lib/domain/accounts/schema'

const { account: words } = profileTexts

/** What is known about an account and cannot be edited. */
export function AccountFacts({ account }: { account: AccountView }) {
  const id = useRef<HTMLElement>(null)
  return (
    <FactList>
      <Fact name={words.email}>{account.email ?? emailTexts.none}</Fact>
      <Fact name={words.role}>{account.is_admin ? words.administrator : words.member}</Fact>
      <Fact name={words.created}>
        <DayTime at={account.date_created} />
      </Fact>
      {account.last_login !== null && (
        <Fact name={words.lastSignIn}>
          <RelativeTime at={account.last_login} />
        </Fact>
      )}
      <Fact name={words.id}>
        <span className="flex flex-wrap items-center justify-between gap-2">
          <code ref={id} className="font-mono text-note wrap-anywhere">
            {account.id}
          </code>
          <CopyButton text={account.id} what={words.copied} source={id} />
        </span>
      </Fact>
    </FactList>
  )
}
