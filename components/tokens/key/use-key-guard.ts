'use client'

import { useEffect, useRef, useState } from 'react'

/** Marks the history entry that the first Back leaves. It has the address of the page, so that Back stays there. */
const MARK = 'latchkeyKeyShown'

/** How long leaving the page may take before the dialog is closed instead. */
const LEAVING_MS = 500

interface KeyGuard {
  /** The person pressed Back and has not answered yet. */
  isAsking: boolean
  stay: () => void
  /** Goes where Back would have gone, or closes the dialog if there is nowhere to go. */
  leave: () => void
  /** Stops guarding, and closes the dialog once the history is as it was before. */
  release: () => void
}

/**
 * Protects a key that is shown only once. Reloading or closing the tab asks in the browser’s words. The first Back
 * stays on the page and asks in ours; a second Back leaves.
 */
export function useKeyGuard(isShown: boolean, close: () => void): KeyGuard {
  const [isAsking, setIsAsking] = useState(false)
  const [isReleased, setIsReleased] = useState(false)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isGuarding = isShown && !isReleased

  useEffect(() => {
    if (!isGuarding) return
    markEntry()
    const onPopState = () => setIsAsking(!isEntryMarked())
    const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('popstate', onPopState)
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => {
      window.removeEventListener('popstate', onPopState)
      window.removeEventListener('beforeunload', onBeforeUnload)
    }
  }, [isGuarding])
  useEffect(() => () => clearTimeout(leaving.current), [])

  /** Goes back, and closes the dialog afterwards if it is still there. */
  function goBackAndClose(closeSooner: boolean) {
    setIsReleased(true)
    setIsAsking(false)
    let isClosed = false
    const closeOnce = () => {
      if (!isClosed) close()
      isClosed = true
    }
    if (closeSooner) window.addEventListener('popstate', closeOnce, { once: true })
    leaving.current = setTimeout(closeOnce, LEAVING_MS)
    window.history.back()
  }

  return {
    isAsking,
    stay: () => {
      setIsAsking(false)
      markEntry()
    },
    leave: () => goBackAndClose(false),
    release: () => {
      if (isEntryMarked()) goBackAndClose(true)
      else close()
    },
  }
}

function isEntryMarked(): boolean {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && MARK in state
}

/** Adds an entry for the same address, unless the current one is marked. Next.js adds its own state to it. */
function markEntry(): void {
  if (!isEntryMarked()) window.history.pushState({ [MARK]: true }, '')
}
