'use client'

import { encode } from 'uqr'
import { qrPath } from '@/components/tokens/key/qr-path'

/** The light margin that scanners need, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** A QR code, dark on white in both themes, because many scanners cannot read inverted ones. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-control"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={qrPath(data)} fill="#000" />
    </svg>
  )
}
