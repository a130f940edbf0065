'use client'

import { setNonce } from 'get-nonce'

// The scroll lock of dialogs and menus writes a <style> element; the policy admits it by the page's nonce only.
if (typeof document !== 'undefined') setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '')

/** Renders nothing: being in the layout loads this module in the browser. */
export function StyleNonce() {
  return null
}
