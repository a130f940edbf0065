/** The request header that names the account for which a page was rendered; the value is the account's id. */
export const ACCOUNT_HEADER = 'x-latchkey-account'
