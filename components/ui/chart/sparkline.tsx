'use client'

import { sparklinePath } from '@/components/ui/chart/sparkline-path'

const WIDTH = 86
const HEIGHT = 22

/** A small line chart; `label` describes it in words. A client component, like every drawing (docs/adr/0009). */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH + 2} ${HEIGHT + 2}`}
      width={WIDTH + 2}
      height={HEIGHT + 2}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinejoin="round"
      strokeLinecap="round"
      className="block text-accent"
    >
      <title>{label}</title>
      <path d={sparklinePath(values, WIDTH, HEIGHT)} />
    </svg>
  )
}
