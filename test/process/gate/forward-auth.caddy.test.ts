import { caddy } from '@/test/support/servers/caddy'
import { testForwardAuth } from '@/test/support/servers/forward-auth-guarantees'

testForwardAuth('Caddy', caddy, 502)
