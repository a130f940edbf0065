import { DEVICE_CODE_TTL_SECONDS, foldUserCode, shownUserCode } from '@/lib/base/schema/user-code'

const KEPT_AS = 'latchkey:device-code'
/** No code is valid for longer. */
const KEPT_FOR_MS = DEVICE_CODE_TTL_SECONDS * 1000

/** Returns the code in the fragment of a URL, `#code=JQRM-PMXZ`; empty if there is none. */
export function codeOfFragment(fragment: string): string {
  // Anything but a code is dropped, so that a link can't put sentences into the page.
  const code = foldUserCode(new URLSearchParams(fragment.replace(/^#/, '')).get('code') ?? '')
  return code === null ? '' : shownUserCode(code)
}

/** Keeps a code in this tab while the person signs in, on pages that the fragment does not reach. */
function keepCode(code: string): void {
  sessionStorage.setItem(KEPT_AS, `${Date.now()} ${code}`)
}

/** Returns the code that this tab keeps; empty if there is none, or if it must have expired. */
export function keptCode(): string {
  const [at, code = ''] = (sessionStorage.getItem(KEPT_AS) ?? '').split(' ')
  return Date.now() - Number(at) < KEPT_FOR_MS ? code : ''
}

/** Deletes the code, once it is decided or known to be wrong. */
export function forgetCode(): void {
  sessionStorage.removeItem(KEPT_AS)
}

/**
 * Takes the code out of the URL, keeps it, and tells whether there was one. A URL can be read over a shoulder and stays
 * in the history of the browser.
 */
export function takeCodeFromAddress(): boolean {
  const { hash, pathname, search } = window.location
  const code = codeOfFragment(hash)
  if (code === '') return false
  keepCode(code)
  window.history.replaceState(window.history.state, '', `${pathname}${search}`)
  return true
}
