import { listIdentitiesContract } from '@/lib/domain/identities/contract'
import { listIdentities } from '@/lib/domain/identities/list-identities'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listIdentitiesContract, ({ principal }) => listIdentities(principal)),
})
