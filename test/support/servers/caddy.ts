import type { ProxyProgram } from '@/test/support/servers/proxy-program'

/** The system’s Caddy without its administration port. */
export const caddy: ProxyProgram = {
  file: process.env['CADDY_PATH'] ?? '',
  language: 'caddyfile',
  configuration: (block: string) => `{\n\tadmin off\n}\n${block}`,
  front: {
    language: 'caddy',
    replacements: (address) => ({ 'keys.example.com {': `http://${address} {` }),
  },
  args: (file: string) => ['run', '--adapter', 'caddyfile', '--config', file],
}
