import { DismissFirstSteps } from '@/components/admin/first-steps/dismiss-first-steps'
import { FirstStep } from '@/components/admin/first-steps/first-step'
import { SendTestEmail } from '@/components/admin/first-steps/send-test-email'
import { firstStepsTexts } from '@/components/admin/texts-first-steps'
import { buttonClass } from '@/components/ui/button-class'
import type { ChecklistStep, ChecklistView } from '@/lib/domain/admin/checklist/schema'
import Link from 'next/link'

const { steps, ...texts } = firstStepsTexts

/** Where a person takes each step that this card cannot take for them. */
const HREFS = {
  emailSetup: '/docs/server#email',
  token: '/settings/tokens',
  verification: '/docs/api#get-v1-auth-verify',
  invite: '/admin/users/invites',
  backup: '/docs/server#backup',
} as const

interface FirstStepsProps {
  items: ChecklistView['items']
  /** Whether a mail server is configured. */
  sendsEmail: boolean
}

/** The first steps after setup, and what is left of them. */
export function FirstSteps({ items, sendsEmail }: FirstStepsProps) {
  const done = items.filter((item) => item.done).length
  return (
    <section aria-labelledby="first-steps" className="mb-8 rounded-card border border-line bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5 pr-2.5 pl-4">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id="first-steps" className="text-title font-semibold tracking-tight">
            {texts.title}
          </h2>
          <p className="text-note text-muted tabular-nums">{texts.progress(done, items.length)}</p>
        </div>
        <DismissFirstSteps />
      </div>
      <ol className="divide-y divide-line">
        {items.map(({ step, done: isDone }) => {
          const shown = step === 'email' && !sendsEmail ? 'emailSetup' : step
          return (
            <FirstStep key={step} title={steps[shown].title} text={steps[shown].text} isDone={isDone}>
              {shown === 'email' ? <SendTestEmail /> : <StepLink step={shown} />}
            </FirstStep>
          )
        })}
      </ol>
    </section>
  )
}

function StepLink({ step }: { step: Exclude<ChecklistStep, 'email'> | 'emailSetup' }) {
  return (
    <Link href={HREFS[step]} prefetch={false} className={`${buttonClass()} max-cards:w-full`}>
      {steps[step].link}
    </Link>
  )
}
