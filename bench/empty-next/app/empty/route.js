export const dynamic = 'force-dynamic'

/** A handler of Next.js that does nothing. */
export function GET() {
  return new Response('ok')
}
