import { caddy } from '@/test/support/caddy'
import { testForwardAuth } from '@/test/support/forward-auth-guarantees'

testForwardAuth('Caddy', caddy, 502)
