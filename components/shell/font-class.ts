import { GeistSans } from 'geist/font/sans'
import localFont from 'next/font/local'

// Taken from the package by its path: its own module would load the file ahead on pages that show no code.
const mono = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
})

/** The class that brings the two typefaces; they are served from here, never by another host. */
export const fontClass = `${GeistSans.variable} ${mono.variable}`
