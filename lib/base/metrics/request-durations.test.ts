import type { MetricValueWithName } from 'prom-client'
import { expect, it } from 'vitest'
import { noteRequest, requestSeries } from '@/lib/base/metrics/request-durations'
import { requestHistogram } from '@/lib/base/metrics/request-histogram'
import { withSingleton } from '@/test/support/with-singleton'

it('counts a request in the first bucket whose bound it does not exceed, and reports cumulative buckets', async () => {
  withSingleton('request-durations', undefined)
  for (const ms of [0.5, 1, 1.1, 99, 60_000]) noteRequest('/login', 'GET', 200, ms)
  noteRequest('/login', 'BREW', 418, 1)
  expect(requestSeries().map(({ method, status }) => `${method} ${status}`)).toEqual(['GET 2xx', 'other 4xx'])
  const values = (await requestHistogram().get()).values as MetricValueWithName<string>[]
  const of = (name: string) =>
    values.filter(({ metricName = '', labels }) => metricName.endsWith(name) && labels['method'] === 'GET')
  const buckets = Object.fromEntries(of('_bucket').map(({ labels, value }) => [labels['le'], value]))
  expect(buckets).toMatchObject({ '0.001': 2, '0.005': 3, '0.05': 3, '0.1': 4, '10': 4, '+Inf': 5 })
  expect(of('_count').map(({ value }) => value)).toEqual([5])
  expect(of('_sum')[0]?.value).toBeCloseTo(60.1016)
}) // prettier-ignore
