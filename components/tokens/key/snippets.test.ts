import { expect, it } from 'vitest'
import { nginxConfig } from '@/components/tokens/key/nginx-config'
import { snippetOf, SNIPPETS, type SnippetName } from '@/components/tokens/key/snippets'
import { documented } from '@/test/support/requests/documented'

const ORIGIN = 'https://keys.example.com'
const token = { name: 'ci', key: 'lkp_secret', scopes: ['deploy:write'] }
const codeOf = (snippet: SnippetName) => snippetOf(snippet, token, ORIGIN).map(({ code }) => code)

it.each(SNIPPETS)('fills the key and an address into the example for %s', (snippet) => {
  const code = codeOf(snippet).join('\n')
  expect(code).toContain('lkp_secret')
  expect(code).toContain('keys.example.com')
})

it('keeps the key out of the workflow, which is committed', () => {
  const [secret, step] = codeOf('actions')
  expect(secret).toBe("gh secret set LATCHKEY_TOKEN --body 'lkp_secret'\n")
  expect(step).toContain('LATCHKEY_TOKEN: ${{ secrets.LATCHKEY_TOKEN }}')
  expect(step).not.toContain('lkp_')
})

it('shows the documented nginx configuration, with this server’s address and the token’s first scope', () => {
  expect(nginxConfig('http://127.0.0.1:3000', 'read')).toBe(documented('nginx', {}))
  const [config] = codeOf('nginx')
  expect(config).toContain('server keys.example.com:443;')
  expect(config).toContain('proxy_pass https://latchkey/api/v1/auth/verify?scope=deploy%3Awrite;')
  expect(config).toContain('proxy_ssl_verify on;')
  expect(nginxConfig('http://[::1]:3000', undefined)).toContain('server [::1]:3000;')
  expect(nginxConfig(ORIGIN, undefined)).toContain('/api/v1/auth/verify;')
})

it.each(SNIPPETS)('does not let a hostile key or name break out of the example for %s', (snippet) => {
  const hostile = { name: "x\nEVIL=1 '", key: `a'b"c\n$(evil)`, scopes: ['read'] }
  for (const { code } of snippetOf(snippet, hostile, ORIGIN)) {
    expect(code).not.toMatch(/^EVIL/m)
    expect(code).not.toContain(hostile.key)
  }
})
