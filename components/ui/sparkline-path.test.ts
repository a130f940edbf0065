import { expect, it } from 'vitest'
import { sparklinePath } from '@/components/ui/sparkline-path'

it('goes from edge to edge, and the highest value touches the top', () => {
  expect(sparklinePath([0, 5, 10], 20, 10)).toBe('M1 11 11 6 21 1')
})

it('lies on the ground where there is nothing', () => {
  expect(sparklinePath([0, 0], 20, 10)).toBe('M1 11 21 11')
  expect(sparklinePath([3], 20, 10)).toBe('M1 1')
})
