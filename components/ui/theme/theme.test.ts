import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BACKGROUNDS, themeOf } from '@/components/ui/theme/theme'

it.each([
  ['light', 'light'],
  ['dark', 'dark'],
  ['system', 'system'],
  ['Dark', 'system'],
  ['dark" onload="x', 'system'],
  ['', 'system'],
  [null, 'system'],
])('reads the cookie %j as the theme %s', (value, theme) => {
  expect(themeOf(value)).toBe(theme)
})

it('colors the bars of the browser like the page', () => {
  expect(readFileSync('app/globals.css', 'utf8')).toContain(
    `--color-bg: light-dark(${BACKGROUNDS.light}, ${BACKGROUNDS.dark});`,
  )
})
