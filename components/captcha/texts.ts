/** The texts of the captcha. */
export const captchaTexts = {
  failed: 'The captcha couldn’t load, so try reloading the page. Administrators can still sign in.',
} as const
