import type { ReactNode } from 'react'

const tones = {
  live: { text: '', dot: 'bg-accent' },
  soon: { text: 'text-warn', dot: 'bg-warn' },
  dead: { text: 'text-muted', dot: 'border-[1.5px] border-faint' },
} as const

/** The state of something: live, about to expire, or over. The words say it; the dot only repeats it. */
export type StateTone = keyof typeof tones

export function StateDot({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className={`inline-flex items-baseline gap-1.5 text-left ${tones[tone].text}`}>
      <span aria-hidden className={`size-1.75 shrink-0 rounded-full ${tones[tone].dot}`} />
      <span>{children}</span>
    </span>
  )
}
