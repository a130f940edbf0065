import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { DayTime } from '@/components/ui/time/day-time'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { AccountDetail } from '@/lib/domain/admin/accounts/schema'

const texts = adminAccountsTexts.account.identities

/** The accounts at providers that sign in to an account. */
export function AccountIdentities({ account: { identities, sign_in_methods } }: { account: AccountDetail }) {
  return (
    <FactList>
      {identities.map(({ id, provider, label, email, username, created_at, last_used_at }) => (
        <Fact key={id} name={label}>
          {email ?? username ?? texts.unnamed}
          {!sign_in_methods.includes(provider) && <span className="text-muted">{texts.notConfigured}</span>}
          <div className="text-note text-muted">
            {texts.lastUsed} <RelativeTime at={last_used_at} />, {texts.linked} <DayTime at={created_at} />
          </div>
        </Fact>
      ))}
    </FactList>
  )
}
