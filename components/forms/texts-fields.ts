/** The texts of fields that several forms share. */
export const fieldsTexts = {
  names: {
    firstName: 'First name',
    lastName: 'Last name',
    username: 'Username',
    submit: 'Save',
  },

  strength: {
    empty: (lengthMin: number) => `At least ${lengthMin} characters. Tip: four random words are easy to remember.`,
    missing: (count: number) => `${count} more ${count === 1 ? 'character' : 'characters'} to go.`,
    longEnough: 'Long enough.',
    fair: (warning: string) => `Fair. ${warning || 'Add one more word.'}`,
    good: 'Good.',
    strong: 'Strong.',
  },
} as const
