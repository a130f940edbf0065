/** What the page says about a link that fills in the form for a token. Only the server needs it. */
export const wishTexts = {
  lead: 'A link filled in this form for you. Create the token only if you know who is asking for it and why.',
  unknownScopes: (scopes: readonly string[]) =>
    `The link requests scopes that this server doesn’t offer${scopes.length > 0 ? `: ${scopes.join(', ')}` : ''}. Choose from the scopes above.`,
  expiryOutOfRange: (daysMax: number) =>
    `The link requests an expiry that this server doesn’t allow. Choose 1 to ${daysMax} days.`,
} as const
