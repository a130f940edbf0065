import { testForwardAuth } from '@/test/support/servers/forward-auth-guarantees'
import { nginx } from '@/test/support/servers/nginx'

testForwardAuth('nginx', nginx, 503)
