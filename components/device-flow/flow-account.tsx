'use client'

import { deviceFlowTexts } from '@/components/device-flow/texts'
import { useSignOut } from '@/components/shell/use-sign-out'

const { signedInAs, change } = deviceFlowTexts.account

/** Which account approves, and a way to another one, which comes back here. */
export function FlowAccount({ username }: { username: string }) {
  const { isPending, signOut } = useSignOut('/login?next=%2Fdevice')
  return (
    <p className="mt-5 border-t border-line pt-4 text-muted">
      {signedInAs} <span className="font-medium wrap-anywhere text-text">{username}</span>.{' '}
      <button
        type="button"
        aria-disabled={isPending}
        onClick={signOut}
        className="cursor-pointer rounded-tag font-medium text-accent underline underline-offset-3"
      >
        {change}
      </button>
    </p>
  )
}
