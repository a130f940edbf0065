'use client'

import { ChartFigures } from '@/components/ui/chart/chart-figures'
import { inFigures } from '@/components/ui/chart/in-figures'
import { mirrorBars, PLOT_HEIGHT } from '@/components/ui/chart/mirror-bars'
import { uiTexts } from '@/components/ui/texts'

const BAR_WIDTH = 0.68

const texts = uiTexts.chart

/** A time and what happened then. */
export interface CountPoint {
  /** The time in words, such as “22 Nov 2026”. */
  name: string
  up: number
  down: number
  /** Where the time is shown in more detail. */
  href?: string
}

export interface CountChartProps {
  label: string
  /** The names of the upper count, the lower count and the time. */
  words: { up: string; down: string; time: string }
  /** Oldest first. */
  points: readonly CountPoint[]
}

/**
 * Two numbers per time as bars above and below a line, and as a table for the exact figures. A client component, like
 * every drawing (docs/adr/0009).
 */
export function CountChart({ label, words, points }: CountChartProps) {
  const { baseline, upTop, downTop, bars } = mirrorBars(points)
  const sum = (direction: 'up' | 'down') => points.reduce((total, point) => total + point[direction], 0)
  const [up, down] = [inFigures(sum('up')), inFigures(sum('down'))]
  const counts = (point: CountPoint) =>
    texts.describe(point.name, texts.counts(inFigures(point.up), words.up, inFigures(point.down), words.down))
  const cut = points.filter((_, index) => bars[index]?.isUpCut === true || bars[index]?.isDownCut === true)
  return (
    <div className="rounded-card border border-line bg-surface px-4 py-4">
      <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
        <Series className="bg-accent" count={up} word={words.up} />
        <Series className="bg-danger" count={down} word={words.down} />
      </p>
      <div className="flex gap-2">
        <Axis baseline={baseline} upTop={upTop} downTop={downTop} />
        <svg
          role="img"
          aria-label={texts.describe(label, texts.counts(up, words.up, down, words.down))}
          viewBox={`0 0 ${Math.max(points.length, 1)} ${PLOT_HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-40 w-full min-w-0 overflow-visible"
        >
          {bars.map((bar, index) => {
            const point = points[index]
            const place = { x: index + (1 - BAR_WIDTH) / 2, width: BAR_WIDTH }
            return (
              <g key={point?.name ?? index} className="group">
                {point !== undefined && <title>{counts(point)}</title>}
                <rect x={index} width={1} height={PLOT_HEIGHT} className="fill-transparent group-hover:fill-hover" />
                <rect {...place} y={baseline - bar.up} height={bar.up} className="fill-accent" />
                <rect {...place} y={baseline} height={bar.down} className="fill-danger" />
                {/* A gap shows that the bar is longer than it is drawn. */}
                {bar.isUpCut && <rect {...place} y={5} height={3} className="fill-surface" />}
                {bar.isDownCut && <rect {...place} y={PLOT_HEIGHT - 8} height={3} className="fill-surface" />}
              </g>
            )
          })}
          <line
            x2={Math.max(points.length, 1)}
            y1={baseline}
            y2={baseline}
            vectorEffect="non-scaling-stroke"
            className="stroke-line-strong"
          />
        </svg>
      </div>
      <div aria-hidden className="mt-2 flex justify-between pl-12 text-label text-faint">
        <span>{points[0]?.name}</span>
        <span>{points.at(-1)?.name}</span>
      </div>
      {cut.length > 0 && (
        <p className="mt-2 text-note text-pretty text-muted">{texts.cutOff(cut.map(counts).join('; '))}</p>
      )}
      <ChartFigures label={label} words={words} points={points} />
    </div>
  )
}

/** The values at the edges of the plot and on its line. */
function Axis({ baseline, upTop, downTop }: { baseline: number; upTop: number; downTop: number }) {
  const edges = [
    { at: 0, value: upTop },
    { at: PLOT_HEIGHT, value: downTop },
  ]
  // The label of a short direction would cover the zero.
  const isRoomy = (at: number) => Math.abs(at - baseline) >= 12
  const ticks = [{ at: baseline, value: 0 }, ...edges.filter(({ at, value }) => value > 0 && isRoomy(at))]
  return (
    <svg aria-hidden className="block h-40 w-10 shrink-0 overflow-visible text-label tabular-nums">
      {ticks.map(({ at, value }) => (
        <text key={at} x="100%" y={`${at}%`} dy="0.32em" textAnchor="end" className="fill-faint">
          {inFigures(value)}
        </text>
      ))}
    </svg>
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
