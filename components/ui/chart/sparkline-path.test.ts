import { expect, it } from 'vitest'
import { sparklinePath } from '@/components/ui/chart/sparkline-path'

it('goes from edge to edge, and from the ground to the top where there is a day of rest', () => {
  expect(sparklinePath([0, 5, 10], 20, 10)).toBe('M1 11 11 6 21 1')
})

it('lies on the ground where there is nothing', () => {
  expect(sparklinePath([0, 0], 20, 10)).toBe('M1 11 21 11')
})

it('runs through the middle where every day is like the other', () => {
  expect(sparklinePath([7, 7], 20, 10)).toBe('M1 6 21 6')
})
