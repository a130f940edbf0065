'use client'

import { useState, type ClipboardEvent } from 'react'
import { recognizeKey, type RecognizedKey } from '@/components/palette/recognize-key'

/**
 * The text of the search field. A key never becomes text: it is taken out of the field as soon as it begins, and what
 * follows continues it, until the person clears it as a whole. So no part of it can be read, or be searched for.
 */
export function usePaletteInput() {
  const [text, setText] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const pasted: RecognizedKey | null = secret === null ? null : (recognizeKey(secret) ?? { key: null })

  function take(given: string) {
    setSecret(given)
    setText('')
  }

  function onText(given: string) {
    if (secret !== null) take(secret + given)
    else if (recognizeKey(given) !== null) take(given)
    else setText(given)
  }

  function onPaste(event: ClipboardEvent) {
    // The field itself would drop line breaks, and show the key until it is taken out.
    const given = event.clipboardData.getData('text')
    const isKey = recognizeKey(given) !== null
    if (!isKey && secret === null) return
    event.preventDefault()
    take(isKey ? given : `${secret}${given}`)
  }

  return { text, pasted, onText, onPaste, clear: () => setSecret(null) }
}
