import { deleteAccountContract, getAccountContract, updateAccountContract } from '@/lib/domain/accounts/contract'
import { deleteAccount } from '@/lib/domain/accounts/profile/delete-account'
import { getAccount } from '@/lib/domain/accounts/profile/get-account'
import { updateAccount } from '@/lib/domain/accounts/profile/update-account'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { signedOutReply } from '@/lib/edge/http/session-replies'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAccountContract, ({ principal }) => getAccount(principal)),
  PATCH: serve(updateAccountContract, ({ principal, body }) => updateAccount(principal, body)),
  DELETE: serve(deleteAccountContract, async ({ principal, body }) => {
    await deleteAccount(principal, body.password)
    return signedOutReply(principal, undefined)
  }),
})
