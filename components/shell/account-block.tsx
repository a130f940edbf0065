import { initialsOf } from '@/components/shell/initials-of'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { shellTexts } from '@/components/shell/texts'

interface AccountBlockProps {
  username: string
  isAdmin: boolean
}

/** The signed-in account and the sign-out button. */
export function AccountBlock({ username, isAdmin }: AccountBlockProps) {
  return (
    <div className="mt-3 flex items-center gap-2.5 border-t border-line pt-3">
      <span
        aria-hidden
        className="grid size-7.5 shrink-0 place-items-center rounded-full bg-accent-soft text-label font-semibold text-accent"
      >
        {initialsOf(username)}
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={username}>
          {username}
        </p>
        <p className="text-note text-muted">{isAdmin ? shellTexts.account.administrator : shellTexts.account.member}</p>
      </div>
      <SignOutButton />
    </div>
  )
}
