import Link from 'next/link'
import { KeyMark } from '@/components/shell/key-mark'

/** The logo and name, linked to the start page. */
export function Brand() {
  return (
    <Link
      href="/"
      prefetch={false}
      className="flex items-center gap-2.5 rounded-control p-2 font-semibold tracking-tight"
    >
      <KeyMark />
      Latchkey
    </Link>
  )
}
