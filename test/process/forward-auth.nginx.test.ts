import { testForwardAuth } from '@/test/support/forward-auth-guarantees'
import { nginx } from '@/test/support/nginx'

testForwardAuth('nginx', nginx, 503)
