import { expect, it } from 'vitest'
import { undoEach } from '@/components/tokens/actions/undo-each'
import { ProblemError } from '@/lib/edge/client/problem-error'

const tokens = [{ name: 'ci' }, { name: 'phone' }, { name: 'grafana' }]
const taken = new ProblemError(409, 'name_taken', 'You already have a token named “phone”')
const lost = new ProblemError(0, 'unreachable', 'Connection lost')
const failing =
  (error: Error) =>
  async ({ name }: { name: string }) => {
    if (name === 'phone') throw error
  }

it('restores every token', async () => {
  const undone = await undoEach(tokens, async () => {})
  expect(undone).toEqual({ restored: ['ci', 'phone', 'grafana'], failed: [], error: null })
})

it('restores the others when the server rejects one token', async () => {
  const undone = await undoEach(tokens, failing(taken))
  expect(undone).toEqual({ restored: ['ci', 'grafana'], failed: ['phone'], error: taken })
})

it('stops at a lost connection and counts the rest as not restored', async () => {
  expect(await undoEach(tokens, failing(lost))).toEqual({ restored: ['ci'], failed: ['phone', 'grafana'], error: lost })
})
