/** What a new name of a device means. */
export const RENAME_LEAD = 'For you to know it by. The device itself notices nothing.'
