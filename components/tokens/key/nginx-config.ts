/**
 * Returns the nginx configuration of docs/verify.md, which a test compares, for a server at `appOrigin`. It requires
 * `scope` of every token, or none.
 */
export function nginxConfig(appOrigin: string, scope: string | undefined): string {
  const { protocol, host, hostname, port } = new URL(appOrigin)
  const isSecure = protocol === 'https:'
  const address = port === '' ? `${host}:${isSecure ? 443 : 80}` : host
  const query = scope === undefined ? '' : `?scope=${encodeURIComponent(scope)}`
  const secure = isSecure
    ? `
    proxy_set_header Host ${host};
    proxy_ssl_server_name on;
    proxy_ssl_name ${hostname};
    proxy_ssl_verify on;
    proxy_ssl_verify_depth 3;
    proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;`
    : ''
  return `upstream latchkey {
  server ${address};
  keepalive 64;
}

# A CORS preflight: a browser asks what another origin may send, without a key.
map "$request_method $http_origin $http_access_control_request_method" $is_preflight {
  default "";
  "~^OPTIONS \\S+ \\S+$" yes;
}

server {
  listen 127.0.0.1:8000;

  location / {
    auth_request /latchkey-verify;
    # These replace what the client sent. If a value is empty, no header is passed on.
    auth_request_set $user_id $upstream_http_x_user_id;
    auth_request_set $user_name $upstream_http_remote_user;
    auth_request_set $user_email $upstream_http_remote_email;
    auth_request_set $user_groups $upstream_http_remote_groups;
    auth_request_set $token_id $upstream_http_x_token_id;
    auth_request_set $token_kind $upstream_http_x_token_kind;
    auth_request_set $token_scopes $upstream_http_x_token_scopes;
    proxy_set_header X-User-Id $user_id;
    proxy_set_header Remote-User $user_name;
    proxy_set_header Remote-Email $user_email;
    proxy_set_header Remote-Groups $user_groups;
    proxy_set_header X-Token-Id $token_id;
    proxy_set_header X-Token-Kind $token_kind;
    proxy_set_header X-Token-Scopes $token_scopes;
    proxy_set_header Authorization "";
    proxy_set_header Host $host;
    proxy_pass http://127.0.0.1:8080;
    # auth_request answers 500 when it gets no verdict. The application's own errors pass unchanged.
    error_page 500 = @unavailable;
  }

  location = /latchkey-verify {
    internal;
    if ($is_preflight) {
      return 204;
    }
    proxy_pass ${protocol}//latchkey/api/v1/auth/verify${query};
    proxy_pass_request_body off;
    proxy_pass_request_headers off;
    proxy_set_header Authorization $http_authorization;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_read_timeout 5s;${secure}
  }

  location @unavailable {
    add_header Retry-After 2 always;
    return 503;
  }
}
`
}
