import { deviceFlowTexts } from '@/components/device-flow/texts'

const texts = deviceFlowTexts.review

/** The code, large enough to compare it with another screen, and why to do so. */
export function ComparedCode({ code }: { code: string }) {
  return (
    <div className="rounded-card border border-l-3 border-line border-l-warn bg-warn-soft px-3.5 py-3">
      <p className="text-center font-mono text-heading font-semibold tracking-widest">
        <span className="sr-only">{texts.code} </span>
        {code}
      </p>
      <p className="mt-1 text-pretty">{texts.compare}</p>
    </div>
  )
}
