import { AppError } from '@/lib/base/errors/app-error'
import { serveError } from '@/lib/edge/problems/serve-error'

/** Answers every path of the API that no other route answers. */
const notFound = async (request: Request) => serveError(request, new AppError('not_found'))

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
}
