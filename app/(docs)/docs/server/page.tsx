import type { Metadata } from 'next'
import { serverTexts } from '@/components/reference/texts-server'
import { CodeBlock } from '@/components/ui/code-block'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'

const { title, lead, email, backup } = serverTexts

export const metadata: Metadata = { title }

export default function ServerPage() {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <div id="email" className="scroll-mt-4">
        <PageSection title={email.title} lead={email.lead}>
          <div className="grid gap-3">
            <p>{email.settings}</p>
            <CodeBlock text={email.example} what={email.what} />
            <p>{email.check}</p>
            <CodeBlock text={email.command} what={email.whatCommand} />
          </div>
        </PageSection>
      </div>
      <div id="backup" className="scroll-mt-4">
        <PageSection title={backup.title} lead={backup.lead}>
          <div className="grid gap-3">
            <p>{backup.files}</p>
            <CodeBlock text={backup.command} what={backup.whatCommand} />
            <p>{backup.protect}</p>
            <p>{backup.server}</p>
          </div>
        </PageSection>
      </div>
    </>
  )
}
