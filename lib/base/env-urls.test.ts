import { describe, expect, it } from 'vitest'
import { parseSettings, SettingsError } from '@/lib/base/env'

const DATABASE = 'postgresql://'
const HOST = '@db.example.com:5432/latchkey'

describe('a URL whose password is not percent-encoded', () => {
  it.each([
    '12#hunter2',
    '12/hunter2',
    '12?hunter2',
    'p@hunter2',
    'p@12/hunter2',
    'p%hunter2',
    'p#hunter2',
    '%ffhunter2',
  ])('is rejected in one line that names the setting but no part of the URL: %s', (password) => {
    for (const [name, value] of [
      ['DATABASE_URL', `${DATABASE}latchkey:${password}${HOST}`],
      ['MIGRATE_DATABASE_URL', `${DATABASE}latchkey:${password}${HOST}`],
      ['SMTP_URL', `smtp://latchkey:${password}@mail.example.com`],
      ['SMTP_URL', `smtps://${password}@mail.example.com:465`],
    ] as const) {
      const parse = () => parseSettings({ DATABASE_URL: `${DATABASE}latchkey`, [name]: value })
      expect(parse).toThrow(SettingsError)
      expect(parse).toThrow(new RegExp(`^${name} [^\\n]*percent-encoded[^\\n]*$`))
      expect(parse).not.toThrow(/hunter2|latchkey|example/)
    }
  })

  it('is accepted once it is encoded, and so is every other way to name a server', () => {
    for (const [name, value] of [
      ['DATABASE_URL', `${DATABASE}latchkey:%40%23%2f%3f%25:!$&${HOST}?sslmode=require&schema=public`],
      ['DATABASE_URL', 'postgresql:///latchkey?host=/var/run/postgresql'],
      ['DATABASE_URL', 'postgres://latchkey@[::1]/latchkey'],
      ['DATABASE_URL', 'file:./data/a#b@c.db'],
      ['SMTP_URL', 'smtps://me%40example.com:p%40ss@mail.example.com:465'],
      ['SMTP_URL', 'smtp://localhost:1025'],
    ] as const) {
      expect(parseSettings({ [name]: value })).toBeTruthy()
    }
  })
})

describe('rejects PostgreSQL URL parameters that pg would drop or that would override our settings', () => {
  it.each([
    ['schema=other', 'schema'],
    ['search_path=other', 'schema'],
    ['options=-c%20timezone=CET', 'options'],
    ['pgbouncer=true', 'PgBouncer'],
  ])('%s', (query, word) => {
    const DATABASE_URL = `${DATABASE}latchkey:hunter2${HOST}?${query}`
    expect(() => parseSettings({ DATABASE_URL })).toThrow(new RegExp(`^DATABASE_URL must [^\\n]*${word}[^\\n]*$`))
    expect(() => parseSettings({ DATABASE_URL })).not.toThrow(/hunter2/)
  })
})

it.each([
  ['CAPTCHA_VERIFY_URL', 'https://latchkey:hunter2@captcha.example.com/verify'],
  ['APP_URL', 'https://latchkey:hunter2@keys.example.com'],
  ['SECURITY_POLICY', 'https://latchkey:hunter2@example.com/policy'],
  ['SECURITY_CONTACT', 'hunter2@example.com'],
  ['SECURITY_EXPIRES', 'hunter2'],
])('rejects a wrong %s without repeating it', (name, value) => {
  const parse = () => parseSettings({ [name]: value })
  expect(parse).toThrow(new RegExp(`^${name} must `))
  expect(parse).not.toThrow(/hunter2/)
})
