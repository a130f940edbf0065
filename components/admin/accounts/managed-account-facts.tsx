'use client'

import { useRef } from 'react'
import { AccountState } from '@/components/admin/accounts/account-state'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { emailTexts } from '@/components/shell/texts-email'
import { CopyButton } from '@/components/ui/copy-button'
import { DayTime } from '@/components/ui/time/day-time'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { useNow } from '@/components/ui/time/now-provider'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { AccountDetail } from '@/lib/domain/admin/accounts/schema'

const texts = adminAccountsTexts.account.facts

export function ManagedAccountFacts({ account }: { account: AccountDetail }) {
  const { id, email, email_verified, date_created, last_login, locked_until } = account
  const idText = useRef<HTMLElement>(null)
  const nowMs = useNow()
  return (
    <FactList>
      <Fact name={texts.status}>
        <AccountState account={account} />
      </Fact>
      <Fact name={texts.email}>
        {email ?? emailTexts.none}
        {email !== null && <span className="text-muted">{email_verified ? texts.confirmed : texts.unconfirmed}</span>}
      </Fact>
      <Fact name={texts.methods}>{methodNames(account).join(', ') || texts.noMethods}</Fact>
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

/** The names of the ways in which the owner can sign in now. */
function methodNames({ sign_in_methods, identities }: AccountDetail): string[] {
  return sign_in_methods.map((method) => {
    if (method === 'password') return texts.password
    return identities.find(({ provider }) => provider === method)?.label ?? method
  })
}
