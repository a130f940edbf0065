import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'

/** The class that brings the two typefaces; they are served from here, never by another host. */
export const fontClass = `${GeistSans.variable} ${GeistMono.variable}`
