'use client'

import { Button } from '@/components/ui/button'

interface DownloadButtonProps {
  /** The name of the saved file. */
  name: string
  content: string
  children: string
}

/** Saves a text of the page as a file, without sending it anywhere. */
export function DownloadButton({ name, content, children }: DownloadButtonProps) {
  function save() {
    const address = URL.createObjectURL(new Blob([content], { type: 'text/plain' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: name })
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Button variant="ghost" onClick={save}>
      {children}
    </Button>
  )
}
