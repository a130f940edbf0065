import { readJourneyCookies, readKnownDevice, readSessionCookies } from '@/lib/edge/http/cookies'
import type { Browser } from '@/lib/domain/provider-sign-in/continue-sign-in'

/** Returns what the cookies of a request tell about the browser. */
export function readBrowser(headers: Headers): Browser {
  return {
    journeyCookies: readJourneyCookies(headers),
    sessionCookies: readSessionCookies(headers.get('cookie')),
    knownDevice: readKnownDevice(headers),
  }
}
