import { isProof } from '@/test/support/proof-rounds'

const PHONE = {
  name: '360 px, light',
  width: 360,
  use: { viewport: { width: 360, height: 800 }, colorScheme: 'light' },
} as const
const DESKTOP = {
  name: '1280 px, dark',
  width: 1280,
  use: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
} as const

/** The widths that every page fits: phones, tablets, windows at 200 % zoom, laptops and large screens. */
export const fitWidths = [320, 360, 600, 900, 1280, 1920] as const

/** Window sizes for a journey whose steps differ on a wide screen. */
export const bothWindows = [PHONE, DESKTOP]

/**
 * Window sizes for a journey with the same steps everywhere: a phone in `npm test`, plus a desktop in `npm run proof`.
 */
export const windows = isProof ? bothWindows : [PHONE]
