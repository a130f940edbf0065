import { createAccountByAdmin } from '@/lib/domain/admin/accounts/create-account-by-admin'
import { createAccountContract, listAccountsContract } from '@/lib/domain/admin/accounts/contract'
import { listAccounts } from '@/lib/domain/admin/accounts/list-accounts'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAccountsContract, ({ principal, query }) => listAccounts(principal, query)),
  POST: serve(createAccountContract, ({ principal, body }) => createAccountByAdmin(principal, body)),
})
