import { GeistSans } from 'geist/font/sans'
import localFont from 'next/font/local'

// Loaded by its path, because the package's own module would preload the file on pages that show no code.
const mono = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
})

/** The class that sets both fonts. This server hosts them; no other host is involved. */
export const fontClass = `${GeistSans.variable} ${mono.variable}`
