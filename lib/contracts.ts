import * as accounts from '@/lib/accounts/contract'
import * as audit from '@/lib/audit/contract'
import type { Contract } from '@/lib/http/contract'
import * as service from '@/lib/service/contract'
import * as sessions from '@/lib/sessions/contract'
import * as tokens from '@/lib/tokens/contract'
import * as usage from '@/lib/usage/contract'

/** Every endpoint of the product: what the OpenAPI document says and the generated tests walk. */
export const contracts: readonly Contract[] = [
  ...Object.values(accounts),
  ...Object.values(audit),
  ...Object.values(sessions),
  ...Object.values(tokens),
  ...Object.values(usage),
  ...Object.values(service),
]
