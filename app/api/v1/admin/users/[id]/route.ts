import { changeAccount } from '@/lib/domain/admin/accounts/change-account'
import { changeAccountContract, getAccountDetailContract } from '@/lib/domain/admin/accounts/contract'
import { getAccountDetail } from '@/lib/domain/admin/accounts/get-account-detail'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAccountDetailContract, ({ principal, params }) => getAccountDetail(principal, params.id)),
  PATCH: serve(changeAccountContract, ({ principal, params, body }) => changeAccount(principal, params.id, body)),
})
