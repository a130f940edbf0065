/** Why a password is easy to guess, by the estimator’s names. The server and the strength meter say the same. */
export const WEAKNESS_WARNINGS = {
  straightRow: 'Avoid straight rows of keys, such as “qwerty”.',
  keyPattern: 'Avoid short keyboard patterns.',
  simpleRepeat: 'Avoid repeated characters, such as “aaa”.',
  extendedRepeat: 'Avoid repeated patterns, such as “abcabc”.',
  sequences: 'Avoid sequences, such as “abc”.',
  recentYears: 'Avoid recent years.',
  dates: 'Avoid dates.',
  topTen: 'This is one of the most common passwords.',
  topHundred: 'This is a very common password.',
  common: 'This is a common password.',
  similarToCommon: 'This is similar to a common password.',
  wordByItself: 'A single word isn’t enough.',
  namesByThemselves: 'A single name isn’t enough.',
  commonNames: 'Avoid common names.',
  userInputs: 'Avoid your username, your email address and “latchkey”.',
  pwned: 'This password has appeared in a data breach.',
} as const
