'use client'

import { setNonce } from 'get-nonce'

// The scroll lock of dialogs and menus inserts a `<style>` element. The content security policy allows it only with the
// page's nonce.
if (typeof document !== 'undefined') setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '')

/** Renders nothing: including it in the layout loads this module in the browser. */
export function StyleNonce() {
  return null
}
