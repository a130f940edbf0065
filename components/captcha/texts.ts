/** The texts of the captcha. */
export const captchaTexts = {
  failed: 'The captcha couldn’t load. Allow it in your browser and reload the page.',
  /** On the sign-in page, after `failed`. The server asks the provider itself, and decides by that. */
  providerDown: 'If its provider is down, administrators can still sign in.',
} as const
