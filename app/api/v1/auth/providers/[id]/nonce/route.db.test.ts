import { describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/auth/providers/[id]/nonce/route'
import { digestOf } from '@/lib/base/crypto/digest'
import { database } from '@/lib/db/client'
import { withProviders } from '@/test/support/providers/sign-in-at-provider'
import { call } from '@/test/support/requests/api'
import { stopClock } from '@/test/support/stop-clock'

describe('POST /auth/providers/{id}/nonce', () => {
  it('issues a nonce of 256 bits for 10 minutes, and stores only its digest', async () => {
    withProviders({ acme: { ISSUER: 'https://id.example.com' } })
    const atMs = stopClock()
    const { status, json } = await call(POST, { method: 'POST', params: { id: 'acme' } })
    expect([status, json]).toEqual([200, { nonce: json.nonce, expires_in: 600 }])
    expect(json.nonce).toMatch(/^[0-9A-Za-z]{43}$/)
    const [row] = await database().signInNonce.findMany()
    expect(row).toMatchObject({ provider: 'acme', usedAt: null, expiresAt: new Date(atMs + 600_000) })
    expect(Buffer.from(row?.digest ?? [])).toEqual(Buffer.from(digestOf(String(json.nonce))))
  })

  it('answers 404 for a provider that is not configured', async () => {
    const { status, json } = await call(POST, { method: 'POST', params: { id: 'acme' } })
    expect([status, json.code]).toEqual([404, 'provider_not_found'])
  })
})
