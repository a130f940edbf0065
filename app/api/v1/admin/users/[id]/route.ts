import { changeAccount } from '@/lib/admin/accounts/change-account'
import { changeAccountContract, getAccountDetailContract } from '@/lib/admin/accounts/contract'
import { getAccountDetail } from '@/lib/admin/accounts/get-account-detail'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAccountDetailContract, ({ principal, params }) => getAccountDetail(principal, params.id)),
  PATCH: serve(changeAccountContract, ({ principal, params, body }) => changeAccount(principal, params.id, body)),
})
