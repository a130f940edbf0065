import { sessionChoicesOf } from '@/components/forms/sign-in/start-session'
import { forgetTicket, isTicket, keepTicket, type KeptTicket } from '@/components/providers/kept-ticket'
import { callApi } from '@/lib/edge/client/client'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { continueSessionContract } from '@/lib/domain/provider-sign-in/contract'
import type { ContinueInput } from '@/lib/domain/provider-sign-in/schema'
import type { SessionChoices } from '@/lib/domain/sessions/schema'

/** What an answer has led to: a page to open, an email to wait for, or one more question. */
export type Continued =
  | { kind: 'done'; next: string }
  | { kind: 'email' }
  | { kind: 'lost' }
  | { kind: 'asked'; ticket: KeptTicket; sessions: SessionChoices | null }

/** Answers the question of a sign-in. @throws ProblemError if the answer was wrong */
export async function continueSignIn(kept: KeptTicket, answer: Omit<ContinueInput, 'ticket'>): Promise<Continued> {
  try {
    const started = await callApi(continueSessionContract, { body: { ticket: kept.ticket, ...answer } })
    forgetTicket()
    return started === undefined ? { kind: 'email' } : { kind: 'done', next: kept.next ?? '/' }
  } catch (error) {
    return askedBy(error)
  }
}

/** The form shows the fields of the account without the object that they are sent in. */
function withFormFields({ status, code, message, errors, extensions }: ProblemError): ProblemError {
  const fields = errors.map(({ pointer, detail }) => ({ pointer: pointer.replace(/^\/account/, ''), detail }))
  return new ProblemError(status, code, message, fields, extensions)
}

/** Returns the next question that an error asks; rethrows any other error. */
function askedBy(error: unknown): Continued {
  const { code, extensions } = error instanceof ProblemError ? error : { code: '', extensions: {} }
  if (code === 'ticket_invalid') {
    forgetTicket()
    return { kind: 'lost' }
  }
  const ticket: unknown = { code, ...extensions }
  if (!isTicket(ticket)) throw error instanceof ProblemError ? withFormFields(error) : error
  keepTicket(ticket)
  return { kind: 'asked', ticket, sessions: code === 'session_limit_reached' ? sessionChoicesOf(error) : null }
}
