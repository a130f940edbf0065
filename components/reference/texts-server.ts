/** The texts of the page on setting up the server, for its administrators. */
export const serverTexts = {
  title: 'Set up the server',
  lead: 'What the person who runs Latchkey does at the command line.',
  email: {
    title: 'Email',
    lead: 'Until a mail server is set, emails are written to files in the data folder.',
    settings: 'Put these settings into .env, or into the environment of the server, with your own values:',
    example: 'SMTP_URL=smtps://user:password@mail.example.com\nMAIL_FROM="Latchkey <keys@example.com>"',
    what: 'the settings',
    check: 'Check the connection, then restart the server:',
    command: 'npm run latchkey -- doctor',
    whatCommand: 'the command',
  },
  backup: {
    title: 'Backup',
    lead: 'Keep the database and the instance secret together: neither is of use without the other.',
    files: 'If Latchkey keeps its database in the data folder, this copies both while the server runs:',
    command: 'npm run latchkey -- backup backups/first',
    whatCommand: 'the command',
    protect: 'Protect the folder like the server itself: it holds every password hash and the secret.',
    server: 'If you run a database server, use its own tools, and keep LATCHKEY_SECRET separately.',
  },
} as const
