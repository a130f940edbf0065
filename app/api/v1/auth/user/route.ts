import { deleteAccountContract, getAccountContract, updateAccountContract } from '@/lib/accounts/contract'
import { deleteAccount } from '@/lib/accounts/delete-account'
import { getAccount } from '@/lib/accounts/get-account'
import { updateAccount } from '@/lib/accounts/update-account'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { signedOutReply } from '@/lib/http/session-replies'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAccountContract, ({ principal }) => getAccount(principal)),
  PATCH: serve(updateAccountContract, ({ principal, body }) => updateAccount(principal, body)),
  DELETE: serve(deleteAccountContract, async ({ principal, body }) => {
    await deleteAccount(principal, body.password)
    return signedOutReply(principal, undefined)
  }),
})
