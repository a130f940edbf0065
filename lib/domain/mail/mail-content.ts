/** The content of an email before layout. Every field is plain text, never markup. */
export interface MailContent {
  subject: string
  title: string
  paragraphs: readonly string[]
  /** The single action, if there is one. */
  action?: { label: string; url: string }
  /** The small print at the end: why the email was sent, or what to do if it was unexpected. */
  footnote: string
}
