/** The texts of the page that replaces a failed one. Every page loads them in advance. */
export const failureTexts = {
  documentTitle: 'Something went wrong · Latchkey',
  unavailable: {
    title: 'Temporarily unavailable',
    lead: 'The server can’t reach its database. Nothing is lost; try again shortly.',
  },
  notLoaded: {
    title: 'This page didn’t load',
    lead: 'The connection was lost, or a new version is available. Reload the page to continue.',
  },
  failed: { title: 'Something went wrong', lead: 'The server hit an error. Try again in a moment.' },
  retry: 'Try again',
  reload: 'Reload',
  home: 'Go home',
  reference: 'Reference for the server log:',
} as const
