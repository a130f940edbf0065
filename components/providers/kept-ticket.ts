const KEPT_AS = 'latchkey:sign-in-ticket'

/** A sign-in that needs one more answer, as the problem document describes it. */
export interface KeptTicket {
  code: string
  ticket: string
  suggested?: string
  email_needed?: boolean
  choices?: string[]
  next?: string
}

/** Whether an answer of the API continues with a ticket. */
export function isTicket(answer: unknown): answer is KeptTicket {
  return typeof (answer as Partial<KeptTicket> | null)?.ticket === 'string'
}

/** Keeps a ticket in this tab. It never stands in an address, which others may see. */
export function keepTicket(ticket: KeptTicket): void {
  sessionStorage.setItem(KEPT_AS, JSON.stringify(ticket))
}

/** Returns the ticket that this tab keeps, or null. */
export function keptTicket(): KeptTicket | null {
  return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null') as KeptTicket | null
}

/** Deletes the ticket, once it is used or known to be invalid. */
export function forgetTicket(): void {
  sessionStorage.removeItem(KEPT_AS)
}
