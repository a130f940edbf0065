/** The header in which a page says for which account it was rendered; the value is the account's id. */
export const ACCOUNT_HEADER = 'x-latchkey-account'
