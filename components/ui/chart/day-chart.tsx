'use client'

import { uiTexts } from '@/components/ui/texts'
import { formatDay } from '@/components/ui/time/format-day'
import { inFigures } from '@/components/ui/chart/in-figures'
import { mirrorBars, PLOT_HEIGHT } from '@/components/ui/chart/mirror-bars'

const BAR_WIDTH = 0.68

const texts = uiTexts.chart

interface DayChartProps {
  label: string
  /** What the bars above and below the line count. */
  words: { up: string; down: string }
  /** Days in UTC, such as `2026-11-22`, oldest first. */
  days: readonly { day: string; up: number; down: number }[]
}

/**
 * Two numbers per day as bars above and below a line, and as a table for the exact figures. A client component, like
 * every drawing (docs/adr/0009).
 */
export function DayChart({ label, words, days }: DayChartProps) {
  const { baseline, bars } = mirrorBars(days)
  const sum = (direction: 'up' | 'down') => days.reduce((total, day) => total + day[direction], 0)
  const [up, down] = [inFigures(sum('up')), inFigures(sum('down'))]
  return (
    <div className="rounded-card border border-line bg-surface px-4 py-4">
      <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
        <Series className="bg-accent" count={up} word={words.up} />
        <Series className="bg-danger" count={down} word={words.down} />
      </p>
      <svg
        role="img"
        aria-label={texts.describe(label, texts.counts(up, words.up, down, words.down))}
        viewBox={`0 0 ${Math.max(days.length, 1)} ${PLOT_HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-40 w-full overflow-visible"
      >
        {bars.map((bar, index) => {
          const day = days[index]
          const place = { x: index + (1 - BAR_WIDTH) / 2, width: BAR_WIDTH }
          return (
            <g key={day?.day ?? index} className="group">
              {day !== undefined && (
                <title>
                  {texts.describe(
                    dayOf(day.day),
                    texts.counts(inFigures(day.up), words.up, inFigures(day.down), words.down),
                  )}
                </title>
              )}
              <rect x={index} width={1} height={PLOT_HEIGHT} className="fill-transparent group-hover:fill-hover" />
              <rect {...place} y={baseline - bar.up} height={bar.up} className="fill-accent" />
              <rect {...place} y={baseline} height={bar.down} className="fill-danger" />
            </g>
          )
        })}
        <line
          x2={Math.max(days.length, 1)}
          y1={baseline}
          y2={baseline}
          vectorEffect="non-scaling-stroke"
          className="stroke-line-strong"
        />
      </svg>
      <div aria-hidden className="mt-2 flex justify-between text-label text-faint">
        <span>{dayOf(days[0]?.day)}</span>
        <span>{dayOf(days.at(-1)?.day)}</span>
      </div>
      <Figures label={label} words={words} days={days} />
    </div>
  )
}

function Series({ className, count, word }: { className: string; count: string; word: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className={`size-2.5 rounded-tag ${className}`} />
      <span>
        <span className="font-medium tabular-nums">{count}</span> <span className="text-muted">{word}</span>
      </span>
    </span>
  )
}

function Figures({ label, words, days }: DayChartProps) {
  return (
    <details className="mt-3 border-t border-line pt-3">
      <summary className="w-fit cursor-pointer rounded-tag text-muted hover:text-text">{texts.showTable}</summary>
      <table aria-label={label} className="mt-2 w-full text-note">
        <thead>
          <tr className="text-left text-faint">
            <th scope="col" className="py-1 font-medium">
              {texts.day}
            </th>
            <th scope="col" className="py-1 text-right font-medium first-letter:uppercase">
              {words.up}
            </th>
            <th scope="col" className="py-1 text-right font-medium first-letter:uppercase">
              {words.down}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map(({ day, up, down }) => (
            <tr key={day} className="border-t border-line tabular-nums">
              <th scope="row" className="py-1 text-left font-normal">
                {dayOf(day)}
              </th>
              <td className="py-1 text-right">{inFigures(up)}</td>
              <td className="py-1 text-right">{inFigures(down)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function dayOf(day: string | undefined): string {
  return day === undefined ? '' : formatDay(`${day}T00:00:00Z`, 'UTC')
}
