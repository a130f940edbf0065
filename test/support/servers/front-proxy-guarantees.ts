import { describe, expect, it } from 'vitest'
import { PUBLIC, type startForwardAuth } from '@/test/support/servers/forward-auth'
import { PASSWORD } from '@/test/support/servers/remote-api'

type Whole = Awaited<ReturnType<typeof startForwardAuth>>

/** Tests what docs/operations.md promises of a proxy in front of Latchkey, on the real program. */
export function testFrontProxy(wholeOf: () => Whole): void {
  describe('in front of Latchkey itself', () => {
    it('every answer has one HSTS header, which covers this host only', async () => {
      for (const path of ['/login', '/api/health/live', '/api/nothing-here']) {
        const { headers } = await wholeOf().front.get(path)
        // Node.js would join repeated headers.
        expect(headers['strict-transport-security']).toBe('max-age=63072000')
      }
    })

    it('a page under another address than APP_URL learns the right one, and the log contains both', async () => {
      const origin = 'http://10.1.2.3:3000'
      const credentials = { username: 'ada', password: PASSWORD }
      const headers = { origin, 'sec-fetch-site': 'same-origin' }
      const answer = await wholeOf().front.post('/api/v1/auth/session', credentials, headers)
      const { code, detail } = answer.json()
      expect([answer.status, code, detail]).toEqual([403, 'cross_site_request', expect.stringContaining(PUBLIC)])
      expect(detail).not.toContain(origin)
      const id = String(answer.headers['x-request-id'])
      await expect.poll(() => wholeOf().latchkeySays()).toContain(id)
      const line =
        wholeOf()
          .latchkeySays()
          .split('\n')
          .find((one) => one.includes(id)) ?? '{}'
      expect(JSON.parse(line)).toMatchObject({ level: 'warn', origin, app_origin: PUBLIC, code: 'cross_site_request' })
    })

    it('records the address that the client connects from, whatever its headers say', async () => {
      const from = '127.0.0.77'
      const forged = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' }
      const { key } = (
        await wholeOf().front.send({
          method: 'POST',
          path: '/api/v1/auth/login',
          headers: { 'content-type': 'application/json', ...forged },
          body: JSON.stringify({ username: 'ada', password: PASSWORD }),
          from,
        })
      ).json()
      const { items } = (await wholeOf().api.get('/api/v1/auth/events', { authorization: `Token ${key}` })).json()
      expect(items[0]).toMatchObject({ address: from, by_you: true })
    })

    it('metrics stay internal', async () => {
      expect((await wholeOf().front.get('/api/metrics')).status).toBe(404)
    })
  })
}
