import Bowser from 'bowser'
import { tokenName } from '@/lib/base/schema/text'
import type { ClientView } from '@/lib/base/schema/client-view'

// Browsers start their User-Agent this way. Programs choose their own.
const BROWSER = /^(?:Mozilla|Opera)\//
const FIRST_PRODUCT = /^([a-z][\w.+-]*)(?:[/ ]|$)/i

/**
 * Describes the browser and operating system, or the program, that a `User-Agent` names. The client chooses this
 * text: people can recognise their own devices by it, but no decision may depend on it.
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

/** Returns the text if it is valid as a name, otherwise null. */
function visible(text: string | undefined): string | null {
  return tokenName.safeParse(text).data ?? null
}
