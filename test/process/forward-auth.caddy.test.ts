import { testForwardAuth } from '@/test/support/forward-auth-guarantees'

const caddy = {
  file: process.env['CADDY_PATH'] ?? '',
  language: 'caddyfile',
  configuration: (block: string) => `{\n\tadmin off\n}\n${block}`,
  args: (file: string) => ['run', '--adapter', 'caddyfile', '--config', file],
}

testForwardAuth('Caddy', caddy, 502)
