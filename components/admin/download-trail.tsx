'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { listHref } from '@/components/ui/list-href'

const formats = {
  CSV: { accept: 'text/csv', file: 'latchkey-audit.csv' },
  NDJSON: { accept: 'application/x-ndjson', file: 'latchkey-audit.ndjson' },
} as const

type Format = keyof typeof formats

/** Saves all that the filters match, not only the page that is shown. A file that came in part is not saved. */
export function DownloadTrail({ filters }: { filters: Readonly<Record<string, string | undefined>> }) {
  const announce = useAnnounce()
  const [fetching, setFetching] = useState<Format | null>(null)

  async function download(format: Format) {
    if (fetching !== null) return
    setFetching(format)
    try {
      await save(formats[format], filters)
    } catch {
      announce('The trail could not be fetched as a whole. Try again in a moment.')
    }
    setFetching(null)
  }

  return (
    <div role="group" aria-label="Download what is shown, all pages of it" className="flex gap-2">
      {(['CSV', 'NDJSON'] as const).map((format) => (
        <Button key={format} aria-disabled={fetching !== null} onClick={() => void download(format)}>
          <Download size={16} aria-hidden />
          {fetching === format ? 'Fetching…' : format}
        </Button>
      ))}
    </div>
  )
}

async function save(
  { accept, file }: (typeof formats)[Format],
  filters: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { listAuditContract } = await import('@/lib/admin/audit/contract')
  const response = await fetch(listHref(listAuditContract.path, filters), {
    headers: { accept },
    cache: 'no-store',
    credentials: 'same-origin',
  })
  if (response.status === 401) window.location.assign('/login')
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  // The browser keeps a large one on its disk.
  const address = URL.createObjectURL(await response.blob())
  Object.assign(document.createElement('a'), { href: address, download: file }).click()
  URL.revokeObjectURL(address)
}
