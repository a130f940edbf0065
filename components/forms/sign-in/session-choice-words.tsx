import { formsTexts } from '@/components/forms/texts'
import { DayTime } from '@/components/ui/time/day-time'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { SessionChoices } from '@/lib/domain/sessions/schema'

const texts = formsTexts.signOutStep

/** A device as its owner knows it: its name, and when and where it was last seen. */
export function SessionChoiceWords({ session }: { session: SessionChoices['sessions'][number] }) {
  const { name, created_at, last_used_at, last_used_ip } = session
  return (
    <>
      <span className="block font-medium wrap-anywhere">{name}</span>
      <span className="block text-note wrap-anywhere text-muted">
        {last_used_at === null ? (
          <>
            {texts.signedIn} <DayTime at={created_at} />, {texts.neverUsed}
          </>
        ) : (
          <>
            {texts.lastUsed} <RelativeTime at={last_used_at} />
            {last_used_ip !== null && ` ${texts.from} ${last_used_ip}`}
          </>
        )}
      </span>
    </>
  )
}
