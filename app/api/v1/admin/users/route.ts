import { addAccount } from '@/lib/admin/accounts/add-account'
import { addAccountContract, listAccountsContract } from '@/lib/admin/accounts/contract'
import { listAccounts } from '@/lib/admin/accounts/list-accounts'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAccountsContract, ({ principal, query }) => listAccounts(principal, query)),
  POST: serve(addAccountContract, ({ principal, body }) => addAccount(principal, body)),
})
