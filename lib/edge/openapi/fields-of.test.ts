import { expect, it } from 'vitest'
import { fieldsOf } from '@/lib/edge/openapi/fields-of'

it('lists each field with its type, whether it is required, and its constraints', () => {
  const schema = {
    properties: {
      name: { type: 'string', description: 'The name.' },
      grace_seconds: { type: 'integer', minimum: 0, maximum: 86_400, default: 0 },
      count: { type: 'integer', minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
      kind: { type: 'string', enum: ['session', 'device'] },
      ends_at: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
      active: { type: 'boolean', const: true },
    },
    required: ['name'],
  }
  expect(fieldsOf(schema)).toEqual([
    { name: 'name', type: 'string', isRequired: true, note: '', description: 'The name.' },
    { name: 'grace_seconds', type: 'integer', isRequired: false, note: 'min. 0; max. 86400; default 0' },
    { name: 'count', type: 'integer', isRequired: false, note: '' },
    { name: 'kind', type: 'string', isRequired: false, note: 'one of session, device' },
    { name: 'ends_at', type: 'timestamp or null', isRequired: false, note: '' },
    { name: 'active', type: 'boolean', isRequired: false, note: 'always true' },
  ])
})

it('lists nested fields right after their parent', () => {
  const item = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }
  const schema = {
    properties: {
      items: { type: 'array', items: item },
      user: { anyOf: [item, { type: 'null' }] },
      scopes: { type: 'array', items: { type: 'string' } },
    },
  }
  expect(fieldsOf(schema).map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'items: list of object',
    'items[].id: string',
    'user: object or null',
    'user.id: string',
    'scopes: list of string',
  ])
})
