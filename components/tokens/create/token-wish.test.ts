import { describe, expect, it } from 'vitest'
import { readTokenWish } from '@/components/tokens/create/token-wish'
import { DAY_SECONDS } from '@/lib/base/durations'

const policy = {
  scopes: ['read', 'write'],
  defaultTtlSeconds: 90 * DAY_SECONDS,
  maxTtlSeconds: 365 * DAY_SECONDS,
  canNeverEnd: true,
  appOrigin: 'https://keys.example.com',
}

describe('a link that asks for a token', () => {
  it('fills in exactly the values it contains', () => {
    expect(readTokenWish({ name: 'ci', scopes: 'write,read', expires_in_days: '30' }, policy)).toEqual({
      values: { name: 'ci', scopes: ['read', 'write'], expires_in_seconds: 30 * DAY_SECONDS },
      errors: {},
    })
    expect(readTokenWish({}, policy)).toEqual({ values: {}, errors: {} })
    expect(readTokenWish({ scopes: '' }, policy).values).toEqual({ scopes: [] })
  })

  it('gets each problem reported at its field, and keeps what can be kept', () => {
    const { values, errors } = readTokenWish({ name: 'a\nb', scopes: 'read admin', expires_in_days: '366' }, policy)
    expect(values).toEqual({ name: 'a\nb', scopes: ['read'] })
    expect(errors.name?.message).toBeDefined()
    expect(errors.scopes?.message).toContain('admin')
    expect(errors.expires_in_seconds?.message).toContain('1 to 365 days')
  })

  it.each(['0', '-1', '1.5', 'never', '1e3', '', '999999'])(
    'gets an error for a lifetime of %j days',
    (expires_in_days) => {
      const { values, errors } = readTokenWish({ expires_in_days }, policy)
      expect(values).toEqual({})
      expect(errors.expires_in_seconds).toBeDefined()
    },
  )

  it('cannot inject sentences into the page', () => {
    const sentence = 'Your-account-is-locked. <b>Call</b> +1-555-0100 now!'
    const { errors } = readTokenWish({ scopes: `${sentence} ${'x'.repeat(41)}`, expires_in_days: sentence }, policy)
    expect(JSON.stringify(errors)).not.toMatch(/<b>|\+1-555|now!|x{41}/)
  })

  it('has no effect with a parameter that appears twice', () => {
    expect(readTokenWish({ name: ['a', 'b'] }, policy)).toEqual({ values: {}, errors: {} })
  })
})
