import Link from 'next/link'
import type { CountChartProps } from '@/components/ui/chart/count-chart'
import { inFigures } from '@/components/ui/chart/in-figures'
import { uiTexts } from '@/components/ui/texts'

/** The figures of a chart as a table, newest first. */
export function ChartFigures({ label, words, points }: CountChartProps) {
  return (
    <details className="mt-3 border-t border-line pt-3">
      <summary className="w-fit cursor-pointer rounded-tag py-1 text-muted hover:text-text">
        {uiTexts.chart.showTable}
      </summary>
      <table aria-label={label} className="mt-2 w-full text-note">
        <thead>
          <tr className="text-left text-faint">
            <th scope="col" className="py-1 font-medium">
              {words.time}
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
          {[...points].reverse().map(({ name, up, down, href }) => (
            <tr key={name} className="border-t border-line tabular-nums">
              <th scope="row" className="py-1 text-left font-normal">
                {href === undefined ? (
                  name
                ) : (
                  <Link href={href} prefetch={false} scroll={false} className="rounded-tag underline">
                    {name}
                  </Link>
                )}
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
