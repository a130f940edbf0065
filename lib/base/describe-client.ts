import Bowser from 'bowser'
import { tokenName } from '@/lib/base/schema/text'
import type { ClientView } from '@/lib/base/schema/client-view'

// Browsers begin so; what programs call themselves is their own choice.
const BROWSER = /^(?:Mozilla|Opera)\//
const FIRST_PRODUCT = /^([a-z][\w.+-]*)(?:[/ ]|$)/i

/**
 * Which browser on which system, or which program, a `User-Agent` speaks of. It is what the
 * client says of itself: good enough to recognise one's own, never to decide anything by.
 */
export function describeClient(userAgent: string | null): ClientView {
  if (userAgent === null || userAgent === '') return { name: null, form: 'unknown' }
  if (!BROWSER.test(userAgent)) return { name: visible(FIRST_PRODUCT.exec(userAgent)?.[1]), form: 'program' }
  const { browser, os, platform } = Bowser.parse(userAgent)
  const parts = [browser.name, os.name].filter((part) => part !== undefined && part !== '')
  return { name: visible(parts.join(' on ')), form: FORMS[platform.type ?? ''] ?? 'unknown' }
}

const FORMS: Readonly<Record<string, ClientView['form']>> = {
  desktop: 'computer',
  mobile: 'phone',
  tablet: 'tablet',
}

/** A text that may stand as a name; null where it may not. */
function visible(text: string | undefined): string | null {
  return tokenName.safeParse(text).data ?? null
}
