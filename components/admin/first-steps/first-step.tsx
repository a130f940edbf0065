import { firstStepsTexts } from '@/components/admin/texts-first-steps'
import { Circle, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'

interface FirstStepProps {
  title: string
  text: string
  isDone: boolean
  /** The way to take the step; shown until it is done. */
  children: ReactNode
}

/** A step of the checklist. It gets a check mark, and only its title, once it is done. */
export function FirstStep({ title, text, isDone, children }: FirstStepProps) {
  const Icon = isDone ? CircleCheck : Circle
  return (
    <li className="flex items-start gap-x-3 px-4 py-3">
      <Icon size={18} aria-hidden className={`mt-0.5 shrink-0 ${isDone ? 'text-accent' : 'text-faint'}`} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="max-w-lead flex-1 basis-72">
          <h3 className={isDone ? 'text-muted' : 'font-medium'}>
            {title}
            <span className="sr-only">, {isDone ? firstStepsTexts.done : firstStepsTexts.open}</span>
          </h3>
          {!isDone && <p className="text-pretty text-muted">{text}</p>}
        </div>
        {!isDone && children}
      </div>
    </li>
  )
}
