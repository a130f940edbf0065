import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { remoteApi, type Person } from '@/test/support/servers/remote-api'

const api = remoteApi(inject('plainServer').origin)
let ada: Person

beforeAll(async () => {
  ada = await api.newPerson('disclosed-ada')
  await api.createToken(ada.deviceKey, 'planted-name')
})

const PERSONAL = /planted-name|disclosed-ada/

const STATIC = '.next/static'
const files = readdirSync(STATIC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => path.join(parentPath, name))
const scripts = files.filter((file) => /\.(?:js|css)$/.test(file))

describe('the browser build', () => {
  it('has no source maps', async () => {
    expect(scripts.length).toBeGreaterThan(5)
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
    for (const file of scripts) {
      expect(readFileSync(file, 'utf8'), file).not.toContain('sourceMappingURL')
      expect((await api.get(`/_next/static/${path.relative(STATIC, file)}.map`)).status).toBe(404)
    }
  })

  it('contains nothing about settings or the database', () => {
    for (const file of scripts) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(
        /DATABASE_URL|LATCHKEY_SECRET|SETUP_CODE|postgres(?:ql)?:\/\/|passwordHash|password_hash|tokenSecret|PrismaClient|better-sqlite3/,
      )
    }
  })
})

describe('the server does not expose its source or data files', () => {
  it.each([
    '/.env', '/.env.example', '/.git/HEAD', '/.git/config', '/package.json', '/package-lock.json', '/server.ts',
    '/prisma/schema.prisma', '/prisma/migrations/', '/lib/base/env.ts', '/data/secret', '/data/latchkey.db', '/.build/server.js',
    '/.next/BUILD_ID', '/_next/BUILD_ID', '/_next/server/middleware-manifest.json', '/_next/static/../../package.json',
    '/_next/static/%2e%2e/%2e%2e/package.json', '/_next/static/..%2f..%2fpackage.json', '/_next/static/chunks/..%5c..%5c..%5cpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2f..%2fetc/passwd', '/_next/image?url=%2Ficon.svg&w=64&q=75', '/_next/mcp',
    '/__nextjs_original-stack-frames', '/_next/webpack-hmr', '/server-status', '/actuator/env', '/debug/pprof/', '/.well-known/security.txt',
  ])('%s', async (target) => {
    const { status, text } = await api.get(target)
    expect([400, 404]).toContain(status)
    expect(text).not.toMatch(/"dependencies"|root:|datasource db|\[core\]|ref: refs|LATCHKEY_SECRET|SQLite format/)
  })
}) // prettier-ignore

const PAGES = ['tokens', 'devices', 'activity', 'security', 'profile', 'shortcuts']

describe.each(PAGES)('/settings/%s does not answer under a file name, which a cache might store', (page) => {
  it('the page itself contains the account’s data', async () => {
    const { status, text } = await api.get(`/settings/${page}`, { cookie: ada.cookie })
    expect(status).toBe(200)
    expect(text).toMatch(PERSONAL)
  })

  it.each([
    '/x.css', '/x.js', '/.css', '.css', ';x.css', '%2fx.css', '%3bx.css', '%3fx.css', '%00x.css', '%0ax.css', '%23x.css',
    `/..%2fx.css`, `/%2e%2e/${page}/x.css`, '/_next/static/x.css',
  ])('%s', async (ending) => {
    const { status, headers, text } = await api.get(`/settings/${page}${ending}`, { cookie: ada.cookie })
    expect([400, 404]).toContain(status)
    expect(headers['cache-control']).toMatch(/\bno-store\b/)
    expect(text).not.toMatch(PERSONAL)
  })
}) // prettier-ignore
