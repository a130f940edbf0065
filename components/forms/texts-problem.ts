/** What every form says when it could not be sent. */
export const problemTexts = {
  busy: 'The server is busy. Try again in a moment.',
  unknown: 'Something went wrong. Try again in a moment.',
  lookAgain: 'Fix the highlighted fields and try again.',
} as const
