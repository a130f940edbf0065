'use client'

import { turnSingleKeys } from '@/components/shortcuts/single-keys'
import { shortcutsTexts } from '@/components/shortcuts/texts'
import { useSingleKeys } from '@/components/shortcuts/use-single-keys'
import { useAnnounce } from '@/components/ui/announcer'
import { Checkbox } from '@/components/ui/form/checkbox'
import { PageSection } from '@/components/ui/page-section'

const texts = shortcutsTexts.singleKeys

/** Turns off the shortcuts that speech input can trigger (WCAG 2.1.4). */
export function SingleKeySetting({ isOnAtFirst }: { isOnAtFirst: boolean }) {
  const isOn = useSingleKeys(isOnAtFirst)
  const announce = useAnnounce()
  const label = texts.label('/ ?')
  return (
    <PageSection title={texts.title} lead={texts.lead}>
      <Checkbox
        label={label}
        text={label}
        isChecked={isOn}
        onChange={(isWanted) => {
          turnSingleKeys(isWanted)
          announce(isWanted ? texts.turnedOn : texts.turnedOff)
        }}
      />
    </PageSection>
  )
}
