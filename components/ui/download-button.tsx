'use client'

import { Button } from '@/components/ui/button'

interface DownloadButtonProps {
  /** What the file is called where it is saved. */
  name: string
  content: string
  children: string
}

/** Saves a text that the page holds as a file; it is sent nowhere. */
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
