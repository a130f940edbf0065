import { expect, it } from 'vitest'
import { auditAddress, auditHref, filtersOfAudit } from '@/components/admin/audit/audit-address'

it('treats days in the URL as whole UTC days, including the last one', () => {
  const address = auditAddress.parse({ actor: 'maya', since: '2027-03-01', until: '2027-03-02' })
  expect(filtersOfAudit(address)).toEqual({
    actor: 'maya',
    since: '2027-03-01T00:00:00.000Z',
    until: '2027-03-03T00:00:00.000Z',
  })
  expect(auditHref(address)).toBe('/admin/audit?actor=maya&since=2027-03-01&until=2027-03-02')
})

it('ignores invalid and empty parameters', () => {
  const address = auditAddress.parse({ actor: '', action: 'x', target: ['a', 'b'], since: '2027-02-30', until: 'now' })
  expect(filtersOfAudit(address)).toEqual({})
  expect(auditHref(address)).toBe('/admin/audit')
})
