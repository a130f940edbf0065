import { expect, it } from 'vitest'
import { listHref } from '@/components/ui/table/list-href'

it('builds a URL from the non-empty parameters only, and escapes them', () => {
  expect(listHref('/list', { q: 'a & b', sort: undefined, show: '' })).toBe('/list?q=a+%26+b')
  expect(listHref('/list', { q: undefined })).toBe('/list')
})
