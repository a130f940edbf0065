'use client'

import { inFigures } from '@/components/ui/chart/in-figures'

interface ShareBarsProps {
  label: string
  shares: readonly { name: string; value: number }[]
}

/**
 * Numbers to compare at a glance: each has a bar relative to the largest. A client component, like every drawing
 * (docs/adr/0009).
 */
export function ShareBars({ label, shares }: ShareBarsProps) {
  const largest = Math.max(1, ...shares.map(({ value }) => value))
  return (
    <ul aria-label={label} className="grid gap-3.5 rounded-card border border-line bg-surface px-4 py-4">
      {shares.map(({ name, value }) => (
        <li key={name} className="grid gap-1.5">
          <span className="flex justify-between gap-3">
            {name}
            <span className="font-medium tabular-nums">{inFigures(value)}</span>
          </span>
          <svg
            aria-hidden
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            className="block h-1.5 w-full rounded-full bg-tag"
          >
            <rect width={value === 0 ? 0 : Math.max(1, (value / largest) * 100)} height={1} className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
