import { tokenStateTexts } from '@/components/tokens/texts-state'

const number = new Intl.NumberFormat('en')

/** Formats a number of requests: “1 request”, “1,400 rejected requests”. */
export function countedCalls(count: number, kind = ''): string {
  const noun = count === 1 ? tokenStateTexts.usage.request : tokenStateTexts.usage.requests
  return [number.format(count), kind, noun].filter((word) => word !== '').join(' ')
}
