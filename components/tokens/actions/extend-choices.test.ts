import { expect, it } from 'vitest'
import { extendChoices } from '@/components/tokens/actions/extend-choices'
import { DAY_MS, DAY_SECONDS } from '@/lib/base/durations'

const NOW_MS = Date.parse('2026-11-22T00:00:00Z')

function choices(expiresInDays: number, defaultDays: number, maxDays = 365) {
  const policy = { defaultTtlSeconds: defaultDays * DAY_SECONDS, maxTtlSeconds: maxDays * DAY_SECONDS }
  const token = { expires_at: new Date(NOW_MS + expiresInDays * DAY_MS).toISOString() }
  const { presets, selected } = extendChoices(token, policy, NOW_MS)
  return { offered: presets.map(({ seconds }) => seconds / DAY_SECONDS), selected: selected / DAY_SECONDS }
}

it('selects the default of the deployment, which is always offered', () => {
  expect(choices(5, 90)).toEqual({ offered: [7, 30, 60, 90], selected: 90 })
  expect(choices(-3, 14)).toEqual({ offered: [7, 14, 30, 60, 90], selected: 14 })
  expect(choices(1, 120)).toEqual({ offered: [7, 30, 60, 90, 120], selected: 120 })
})

it('never selects a time before the current expiry if a later one is allowed', () => {
  expect(choices(40, 30)).toEqual({ offered: [7, 30, 60, 90], selected: 60 })
  expect(choices(200, 90)).toEqual({ offered: [7, 30, 60, 90, 365], selected: 365 })
  expect(choices(400, 90)).toMatchObject({ selected: 365 })
})
