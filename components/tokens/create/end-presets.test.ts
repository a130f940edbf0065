import { describe, expect, it } from 'vitest'
import { endPresets } from '@/components/tokens/create/end-presets'
import { DAY_SECONDS } from '@/lib/base/durations'

const labels = (defaultTtlSeconds: number, maxTtlSeconds: number) =>
  endPresets({ defaultTtlSeconds, maxTtlSeconds }).map(({ label }) => label)

describe('the offered lifetimes', () => {
  it('are one week and one to three months', () => {
    expect(labels(90 * DAY_SECONDS, 365 * DAY_SECONDS)).toEqual(['7 days', '30 days', '60 days', '90 days'])
  })

  it('never exceed what the policy allows', () => {
    expect(labels(7 * DAY_SECONDS, 30 * DAY_SECONDS)).toEqual(['7 days', '30 days'])
  })

  it('include the default of the deployment in its place', () => {
    expect(labels(14 * DAY_SECONDS, 365 * DAY_SECONDS)).toEqual(['7 days', '14 days', '30 days', '60 days', '90 days'])
    expect(labels(3_600, 2 * 3_600)).toEqual(['1 hour'])
    expect(labels(90, 90)).toEqual(['90 seconds'])
  })

  it('include the lifetime that a link asks for, within the policy', () => {
    const policy = { defaultTtlSeconds: 90 * DAY_SECONDS, maxTtlSeconds: 100 * DAY_SECONDS }
    expect(endPresets(policy, 45 * DAY_SECONDS).map(({ label }) => label)).toContain('45 days')
    expect(endPresets(policy, 101 * DAY_SECONDS).map(({ label }) => label)).not.toContain('101 days')
  })
})
