import { expect, it } from 'vitest'
import { initialsOf } from '@/components/shell/initials-of'

it.each([
  ['maya.ortiz', 'MO'],
  ['root', 'RO'],
  ['x', 'X'],
  ['jean-luc picard', 'JL'],
  ['Åsa_Öberg', 'ÅÖ'],
  ['𝒜da', '𝒜D'],
  ['--', '?'],
])('abbreviates %s to %s', (username, initials) => {
  expect(initialsOf(username)).toBe(initials)
})
