'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { leaveOtherAccount, leaveSignedOut } from '@/components/shell/leave-page'
import { adminAuditTexts } from '@/components/admin/texts-audit'
import { useAnnounce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { FETCH_FAILURES, fetchFailureOf, remedyFor } from '@/components/ui/dialog/fetch-failure'
import { listHref } from '@/components/ui/table/list-href'
import { send } from '@/lib/edge/client/send'

const texts = adminAuditTexts.exporting

const formats = {
  CSV: { accept: 'text/csv', file: 'latchkey-audit.csv' },
  NDJSON: { accept: 'application/x-ndjson', file: 'latchkey-audit.ndjson' },
} as const

type Format = keyof typeof formats

/** Downloads every event that matches the filters, not only the current page. An incomplete download is not saved. */
export function DownloadAuditLog({ filters }: { filters: Readonly<Record<string, string | undefined>> }) {
  const announce = useAnnounce()
  const [fetching, setFetching] = useState<Format | null>(null)

  async function download(format: Format) {
    if (fetching !== null) return
    setFetching(format)
    try {
      await save(formats[format], filters)
    } catch (error) {
      const failure = await fetchFailureOf(error)
      if (failure === null) announce(texts.failed)
      else
        announce(
          FETCH_FAILURES[failure],
          remedyFor(failure, () => void download(format)),
        )
    }
    setFetching(null)
  }

  return (
    <div role="group" aria-label={texts.label} className="flex flex-wrap gap-2">
      {(['CSV', 'NDJSON'] as const).map((format) => (
        <Button key={format} aria-disabled={fetching !== null} onClick={() => void download(format)}>
          <Download size={16} aria-hidden />
          {fetching === format ? texts.pending : texts.submit[format]}
        </Button>
      ))}
    </div>
  )
}

async function save(
  { accept, file }: (typeof formats)[Format],
  filters: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { listAuditContract } = await import('@/lib/domain/admin/audit/contract')
  const path = listHref(listAuditContract.path, filters) as `/${string}`
  const response = await send({ method: 'GET', path }, { accept })
  if (response.status === 401) leaveSignedOut()
  if (response.status === 409) leaveOtherAccount()
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  // The browser keeps a large blob on disk.
  const address = URL.createObjectURL(await response.blob())
  Object.assign(document.createElement('a'), { href: address, download: file }).click()
  URL.revokeObjectURL(address)
}
