import { expect, it } from 'vitest'
import { sparklinePath } from '@/components/ui/chart/sparkline-path'

it('spans the full width, and the full height when a value is zero', () => {
  expect(sparklinePath([0, 5, 10], 20, 10)).toBe('M1 11 11 6 21 1')
})

it('stays at the bottom when every value is zero', () => {
  expect(sparklinePath([0, 0], 20, 10)).toBe('M1 11 21 11')
})

it('runs through the middle when all values are equal', () => {
  expect(sparklinePath([7, 7], 20, 10)).toBe('M1 6 21 6')
})
