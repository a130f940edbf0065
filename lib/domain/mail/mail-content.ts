/** What a mail says, before it is laid out. Everything in it is text, never markup. */
export interface MailContent {
  subject: string
  title: string
  paragraphs: readonly string[]
  /** The one thing to do, where there is one. */
  action?: { label: string; url: string }
  /** In small print at the end: why it came, and what if it was not you. */
  footnote: string
}
