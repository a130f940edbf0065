/** The domain of the addresses that stand for none. RFC 2606 section 2 reserves `.invalid`, so no email can reach it. */
const NO_EMAIL_DOMAIN = 'no-email.invalid'

/** Returns what is stored as the address of an account that has none. The ID keeps it unique. */
export function noEmailOf(userId: string): string {
  return `${userId}@${NO_EMAIL_DOMAIN}`
}

/** Tells whether a canonical or folded address stands for none. */
export function isNoEmail(email: string): boolean {
  return email.endsWith(`@${NO_EMAIL_DOMAIN}`)
}

/** Returns the address to show for an account: null if it has none. */
export function shownEmail(email: string): string | null {
  return isNoEmail(email) ? null : email
}

/** The Prisma condition of the accounts without an address. */
export const WITHOUT_EMAIL = { emailKey: { endsWith: `@${NO_EMAIL_DOMAIN}` } }
