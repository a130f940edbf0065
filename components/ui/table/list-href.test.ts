import { expect, it } from 'vitest'
import { listHref } from '@/components/ui/table/list-href'

it('an address says what is asked for and nothing else, safe from its own signs', () => {
  expect(listHref('/list', { q: 'a & b', sort: undefined, show: '' })).toBe('/list?q=a+%26+b')
  expect(listHref('/list', { q: undefined })).toBe('/list')
})
