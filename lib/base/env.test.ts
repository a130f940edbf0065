import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSettings, settingNames, SettingsError } from '@/lib/base/env'

describe('settings', () => {
  it('default to SQLite in ./data, a loopback address and open registration', () => {
    const settings = parseSettings({})
    expect(settings).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      appOrigin: 'http://localhost:3000',
      isHttps: false,
      databaseKind: 'sqlite',
      databaseUrl: `file:${path.resolve('data/latchkey.db')}`,
      registration: 'open',
      PASSWORD_MIN_LENGTH: 12,
      BCRYPT_COST: 12,
      TOKEN_DEFAULT_TTL_SECONDS: 7_776_000,
      TOKENS_PER_USER: 50,
      TOKEN_SCOPES: ['read', 'write'],
    })
  })

  it('treat an empty value as unset', () => {
    expect(parseSettings({ PORT: '', TOKEN_SCOPES: ' ', APP_URL: '' })).toEqual(parseSettings({}))
  })

  it('close registration when the server is reachable from outside, unless it is opened explicitly', () => {
    const outside = { HOST: '0.0.0.0', APP_URL: 'https://keys.example.com' }
    expect(parseSettings(outside).registration).toBe('closed')
    expect(parseSettings({ ...outside, REGISTRATION: 'open' }).registration).toBe('open')
    expect(parseSettings({ APP_URL: 'https://keys.example.com' }).registration).toBe('closed')
    expect(parseSettings({ APP_URL: 'http://localhost:8080' }).registration).toBe('open')
  })

  it('allow only the configured origin', () => {
    const settings = parseSettings({ APP_URL: 'https://keys.example.com/' })
    expect(settings).toMatchObject({ appOrigin: 'https://keys.example.com', isHttps: true })
    expect(settings.allowedOrigins).toEqual(['https://keys.example.com'])
  })

  it('keep the default token lifetime within the maximum', () => {
    expect(parseSettings({ TOKEN_MAX_TTL_SECONDS: '3600' }).TOKEN_DEFAULT_TTL_SECONDS).toBe(3600)
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '0x10'],
    ['HOST', '0.0.0.0'],
    ['APP_URL', 'http://keys.example.com'],
    ['APP_URL', 'https://keys.example.com/path'],
    ['APP_URL', 'keys.example.com'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['MIGRATE_DATABASE_URL', 'postgresql://localhost/x'],
    ['SESSION_POLICY', 'two'],
    ['SESSION_OVERFLOW', 'maybe'],
    ['LATCHKEY_SECRET', 'short'],
    ['LATCHKEY_SECRET', 'changeme'.repeat(4)],
    ['SETUP_CODE', '1234'],
    ['METRICS_TOKEN', 'guess me'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example.com'],
    ['REGISTRATION', 'maybe'],
    ['PASSWORD_MIN_LENGTH', '7'],
    ['BCRYPT_COST', '9'],
    ['ALLOW_NON_EXPIRING', 'yes'],
    ['TOKEN_SCOPES', 'read,admin'],
    ['TOKEN_SCOPES', 'Read Write'],
  ])('reject %s=%s in one line that names the setting', (name, value) => {
    const parse = () => parseSettings({ [name]: value })
    expect(parse).toThrow(SettingsError)
    const named = name === 'HOST' ? 'APP_URL' : name
    expect(parse).toThrow(new RegExp(`^[^\\n]*${named}[^\\n]*$`))
    if (['LATCHKEY_SECRET', 'SETUP_CODE', 'METRICS_TOKEN'].includes(name)) expect(parse).not.toThrow(new RegExp(value))
  })

  it('restrict the development server to this machine', () => {
    const outside = { HOST: '0.0.0.0', APP_URL: 'https://keys.example.com' }
    expect(parseSettings({ ...outside, NODE_ENV: 'production' }).HOST).toBe('0.0.0.0')
    expect(() => parseSettings({ ...outside, NODE_ENV: 'development' })).toThrow(/^HOST .*development/)
  })

  it('are exactly those in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8')
    const names = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1])
    expect(names.toSorted()).toEqual(settingNames.toSorted())
  })

  it('have the defaults that .env.example states', () => {
    const lines = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)]
    const asWritten = Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]))
    expect(parseSettings(asWritten)).toEqual(parseSettings({}))
  })
})
