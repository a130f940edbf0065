import { expect, it } from 'vitest'
import { plainTarget } from '@/lib/edge/http/plain-target'

it.each([
  ['/', '/'],
  ['//', '/'],
  ['/login', '/login'],
  ['/login/', '/login'],
  ['/login///?next=//evil.example/', '/login?next=//evil.example/'],
  ['/?next=/a//b/', '/?next=/a//b/'],
  ['//api///v1/auth//verify/', '/api/v1/auth/verify'],
  ['//evil.example', '/evil.example'],
  ['/a%2F%2Fb', '/a%2F%2Fb'],
  ['http://evil.example//login/', 'http://evil.example//login/'],
  ['*', '*'],
  ['', ''],
])('turns %j into %j', (target, plain) => {
  expect(plainTarget(target)).toBe(plain)
})
