import { describe, expect, it } from 'vitest'
import { preferredType } from '@/lib/edge/problems/preferred-type'

const TYPES = ['text/csv', 'application/x-ndjson'] as const

describe('the preferred type', () => {
  it.each([
    ['text/csv', 'text/csv'],
    ['Text/CSV; charset=utf-8', 'text/csv'],
    ['application/x-ndjson;q=0.5, text/csv;q=0.4', 'application/x-ndjson'],
    ['text/html, application/json;q=0.9, text/csv;q=0.8', null],
    ['text/html, text/csv, */*;q=0.1', 'text/csv'],
    ['*/*', null],
    ['application/*, text/csv', null],
    ['text/csv;q=0', null],
    ['text/csv;q=x, application/x-ndjson', 'application/x-ndjson'],
    ['', null],
    [null, null],
  ])('for %j is %j', (accept, type) => expect(preferredType(accept, TYPES)).toBe(type))
})
