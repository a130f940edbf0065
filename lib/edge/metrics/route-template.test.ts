import { expect, it } from 'vitest'
import { routeTemplate } from '@/lib/edge/metrics/route-template'

it.each([
  ['/api/v1/auth/tokens', '/api/v1/auth/tokens'],
  ['/api/v1/auth/tokens/', '/api/v1/auth/tokens'],
  ['/api/v1/auth/tokens/0190c1f0', '/api/v1/auth/tokens/{id}'],
  ['/api/v1/auth/tokens/0190c1f0/rotate', '/api/v1/auth/tokens/{id}/rotate'],
  ['/api/v1/auth/tokens/revoke', '/api/v1/auth/tokens/revoke'],
  ['/', '/'],
  ['/login', '/login'],
  ['/settings/tokens', '/settings/tokens'],
  ['/_next/static/chunks/a.js', '/_next/static'],
  ['/api/v1/auth/tokens/a/b/c', 'other'],
  ['/wp-login.php', 'other'],
  ['//login', 'other'],
  ['', 'other'],
])('maps %s to %s', (path, route) => {
  expect(routeTemplate(path)).toBe(route)
})
