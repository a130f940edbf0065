'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import type { Provider } from '@/components/providers/provider'
import { securityTexts } from '@/components/security/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form/form-message'
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
  const router = useRouter()
  const callSignedIn = useCallSignedIn()
  const [pending, setPending] = useState<string | null>(null)
  const [message, setMessage] = useState<string>()

  async function run(name: string, work: () => Promise<void>) {
    if (pending !== null) return
    setPending(name)
    setMessage(undefined)
    try {
      await work()
    } catch (error) {
      setMessage((await problemMessage(error)) ?? undefined)
    }
    setPending(null)
  }

  const add = (id: string) =>
    run(id, async () => {
      const { startJourneyContract } = await import('@/lib/domain/providers/contract')
      const body = { intent: 'link', next: '/settings/security' } as const
      const { authorization_url: url } = await callSignedIn(startJourneyContract, { params: { id }, body })
      window.location.assign(url)
    })

  const remove = (id: string) =>
    run(id, async () => {
      const { unlinkIdentityContract } = await import('@/lib/domain/identities/contract')
      await callSignedIn(unlinkIdentityContract, { params: { id }, body: {} })
      router.refresh()
    })

  return (
    <div className="grid gap-4">
      {identities.length > 0 && (
        <ul className="grid gap-3">
          {identities.map((identity) => (
            <li key={identity.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <div className="min-w-0 wrap-anywhere">
                <p className="font-medium">{identity.label}</p>
                <p className="text-muted">
                  {identity.email ?? identity.username ?? texts.unnamed} · {texts.lastUsed}{' '}
                  <RelativeTime at={identity.last_used_at} />
                </p>
                {identity.last_way_in && <p className="text-muted">{texts.lastWayIn}</p>}
              </div>
              <Button
                onClick={() => void remove(identity.id)}
                disabled={identity.last_way_in || pending !== null}
                aria-label={texts.removeNamed(identity.label)}
              >
                {texts.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {addable.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {addable.map(({ id, label }) => (
            <Button key={id} onClick={() => void add(id)} disabled={pending !== null}>
              {texts.add(label)}
            </Button>
          ))}
        </div>
      )}
      <FormMessage message={message} />
    </div>
  )
}
