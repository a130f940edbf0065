import { expect, it } from 'vitest'
import { addressKey } from '@/lib/db/rate-limit/address-key'

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8::1', '2001:0db8:0000:0000'],
  ['2001:db8:0:0:ffff::1', '2001:0db8:0000:0000'],
  ['2001:DB8:1:2:3:4:5:6', '2001:0db8:0001:0002'],
  ['2001:db8:1:2::', '2001:0db8:0001:0002'],
  ['::1', '0000:0000:0000:0000'],
  ['fe80::1%eth0', 'fe80:0000:0000:0000'],
  ['64:ff9b::192.0.2.1', '0064:ff9b:0000:0000'],
  [null, 'unknown'],
])('counts %s as %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})
