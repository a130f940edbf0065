export const dynamic = 'force-dynamic'

/** An empty Next.js handler: the baseline for the gate. */
export function GET() {
  return new Response('ok')
}
