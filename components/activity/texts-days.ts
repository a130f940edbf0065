/** The texts that the browser needs to group activity by day. */
export const daysTexts = {
  today: 'Today',
  yesterday: 'Yesterday',
  /** Named once, above the times. */
  timeZone: (timeZone: string) => `Times are in ${timeZone.replaceAll('_', ' ')}.`,
} as const
