import { providerTexts as texts } from '@/components/providers/texts'

/** The line between the providers and the form with a password. */
export function OrLine() {
  return (
    <div className="my-5 flex items-center gap-3 text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {texts.or}
    </div>
  )
}
