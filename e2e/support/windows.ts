import { proofRounds } from '@/test/support/proof-rounds'

const PHONE_AND_DESK = [
  { name: '360 px, light', width: 360, use: { viewport: { width: 360, height: 800 }, colorScheme: 'light' } },
  { name: '1280 px, dark', width: 1280, use: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' } },
] as const

/** The windows that a journey is gone through in: a phone in the light; in the long proof also a desk in the dark. */
export const windows = PHONE_AND_DESK.slice(0, proofRounds(1, 2))
