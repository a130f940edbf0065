import { AddProviders } from '@/components/security/add-providers'
import { RemoveMethodButton } from '@/components/security/remove-method-button'
import type { Provider } from '@/components/providers/provider'
import { securityTexts } from '@/components/security/texts'
import { DayTime } from '@/components/ui/time/day-time'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { IdentityView } from '@/lib/domain/identities/schema'

const { methods: texts } = securityTexts

interface SignInMethodsProps {
  identities: readonly IdentityView[]
  /** The configured providers that the account is not linked to. */
  addable: readonly Provider[]
}

/** The providers that the account can sign in with, and those that its owner can add. */
export function SignInMethods({ identities, addable }: SignInMethodsProps) {
  return (
    <div className="grid max-w-form gap-4">
      {identities.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {identities.map((identity) => (
            <LinkedProvider key={identity.id} identity={identity} />
          ))}
        </ul>
      )}
      {addable.length > 0 && <AddProviders providers={addable} />}
    </div>
  )
}

function LinkedProvider({ identity }: { identity: IdentityView }) {
  const { id, label, email, username, created_at, last_used_at, last_way_in: isLastWayIn } = identity
  const reasonId = isLastWayIn ? `${id}-reason` : undefined
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56 wrap-anywhere">
        <p className="font-medium">{label}</p>
        <p className="text-muted">{email ?? username ?? texts.unnamed}</p>
        <p className="text-note text-muted">
          {texts.added} <DayTime at={created_at} />, {texts.lastUsed} <RelativeTime at={last_used_at} />
        </p>
        {isLastWayIn && (
          <p id={reasonId} className="mt-1 text-note text-pretty text-muted">
            {texts.lastWayIn}
          </p>
        )}
      </div>
      <RemoveMethodButton method={{ kind: 'provider', id, label }} reasonId={reasonId} />
    </li>
  )
}
