import { Reply } from '@/lib/http/reply'
import { answer } from '@/lib/http/serve'
import { serveError } from '@/lib/http/serve-error'
import { verifyContract } from '@/lib/tokens/contract'
import { identityHeaders } from '@/lib/tokens/identity-headers'
import { verifyKey } from '@/lib/tokens/verify-key'

/** Any method, since a proxy repeats the method of the request that it asks about; no body is read. */
async function verify(request: Request): Promise<Response> {
  try {
    const { searchParams } = new URL(request.url)
    const scopes = searchParams.getAll('scope').flatMap((words) => words.split(' '))
    const identity = await verifyKey(request.headers, { scopes, kinds: searchParams.getAll('kind') })
    return answer(verifyContract, new Reply(identity, identityHeaders(identity)))
  } catch (error) {
    return serveError(request, error)
  }
}

export {
  verify as DELETE,
  verify as GET,
  verify as HEAD,
  verify as OPTIONS,
  verify as PATCH,
  verify as POST,
  verify as PUT,
}
