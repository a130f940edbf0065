import type { ProxyProgram } from '@/test/support/servers/proxy-program'

/** The system’s nginx, run as a single process. */
export const nginx: ProxyProgram = {
  file: process.env['NGINX_PATH'] ?? '',
  language: 'nginx',
  configuration: (block: string, folder: string) => `
daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder};
  proxy_temp_path ${folder};
  fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder};
  scgi_temp_path ${folder};
  ${block}
}
`,
  // Removes TLS: the certificate makes no difference to a test.
  front: {
    language: 'nginx',
    replacements: (address) => ({
      'listen 443 ssl;': `listen ${address};`,
      'ssl_certificate     /etc/ssl/keys.example.com.pem;': '',
      'ssl_certificate_key /etc/ssl/keys.example.com.key;': '',
    }),
  },
  args: (file: string, folder: string) => ['-p', folder, '-e', 'stderr', '-c', file],
}
