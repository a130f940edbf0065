import { describe, expect, it } from 'vitest'
import { UsageError } from '@/cli/command'
import { serverOrigin } from '@/cli/remote/server-origin'

describe('the address of a server', () => {
  it.each([
    ['https://accounts.example.com', 'https://accounts.example.com'],
    ['https://Accounts.Example.com:443/', 'https://accounts.example.com'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['http://127.0.0.2:3000', 'http://127.0.0.2:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%s is read as %s', (address, origin) => expect(serverOrigin(address)).toBe(origin))

  it.each([
    '', 'accounts.example.com', 'localhost:3000', 'ftp://accounts.example.com', 'https://accounts.example.com/login',
    'https://accounts.example.com/?x', 'https://maya:secret@accounts.example.com', 'http://accounts.example.com',
    'http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://192.168.0.7:3000',
  ])('%j is rejected, because a password or a key could go astray', (address) =>
    expect(() => serverOrigin(address)).toThrow(UsageError)) // prettier-ignore
})
