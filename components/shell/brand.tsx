import Link from 'next/link'
import { KeyMark } from '@/components/shell/key-mark'
import { shellTexts } from '@/components/shell/texts'

/** The logo and name, linked to the start page. */
export function Brand() {
  return (
    <Link
      href="/"
      prefetch={false}
      className="flex items-center gap-2.5 rounded-control p-2 font-semibold tracking-tight"
    >
      <KeyMark />
      {shellTexts.product.name}
    </Link>
  )
}
