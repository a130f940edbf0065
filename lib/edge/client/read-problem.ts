import * as z from 'zod'
import { ProblemError } from '@/lib/edge/client/problem-error'

const problemDocument = z.looseObject({
  status: z.int(),
  title: z.string(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})

/** Returns the error that a rejected request was answered with. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const problem = problemDocument.safeParse(await response.json().catch(() => null))
  if (!problem.success)
    return new ProblemError(response.status, 'internal', 'Unexpected response from the server. Try again.')
  const { status, code, title, detail, errors, ...extensions } = problem.data
  return new ProblemError(status, code, detail ?? title, errors, extensions)
}
