/** The texts of empty views that the lists of own and of all tokens share. */
export const emptyViewTexts = {
  ending: {
    title: 'No tokens expiring soon',
    text: (days: number) => `Tokens that expire within ${days} days appear here.`,
  },
  unused: {
    title: 'No unused tokens',
    text: (days: number) => `Tokens that haven’t been used for ${days} days appear here.`,
  },
} as const
