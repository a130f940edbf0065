import { tokensTexts } from '@/components/tokens/texts'

const number = new Intl.NumberFormat('en')

/** Formats a number of requests: “1 request”, “1,400 rejected requests”. */
export function countedCalls(count: number, kind = ''): string {
  const noun = count === 1 ? tokensTexts.usage.request : tokensTexts.usage.requests
  return [number.format(count), kind, noun].filter((word) => word !== '').join(' ')
}
