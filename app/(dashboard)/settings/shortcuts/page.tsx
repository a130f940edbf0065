import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ShortcutLists } from '@/components/shortcuts/shortcut-lists'
import { SingleKeySetting } from '@/components/shortcuts/single-key-setting'
import { areSingleKeysOn } from '@/components/shortcuts/single-keys'
import { shortcutsTexts } from '@/components/shortcuts/texts'
import { PageHeader } from '@/components/ui/page-header'
import { readPreference } from '@/components/ui/preferences/preference-cookie'
import { settings } from '@/lib/base/env'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'

export const metadata: Metadata = { title: shortcutsTexts.page.title }

export default async function ShortcutsPage() {
  await requirePagePrincipal()
  const cookies = (await headers()).get('cookie')
  const isOnAtFirst = areSingleKeysOn(readPreference(cookies, 'shortcuts', settings().isHttps))
  return (
    <>
      <PageHeader {...shortcutsTexts.page} />
      <ShortcutLists isOnAtFirst={isOnAtFirst} />
      <SingleKeySetting isOnAtFirst={isOnAtFirst} />
    </>
  )
}
