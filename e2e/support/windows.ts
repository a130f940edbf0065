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

/** For a journey that takes other steps on a wide screen. */
export const bothWindows = [PHONE, DESKTOP]

/** For a journey that takes the same steps everywhere: a phone in `npm test`, and a desktop as well in the proof. */
export const windows = isProof ? bothWindows : [PHONE]
