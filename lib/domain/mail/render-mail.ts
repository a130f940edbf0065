import type { MailContent } from '@/lib/domain/mail/mail-content'
import { sharedMailTexts } from '@/lib/domain/mail/texts'

/** An email as plain text and as HTML. */
export interface RenderedMail {
  subject: string
  text: string
  html: string
}

const LINE_MAX = 76

/** Renders an email as plain text and as HTML that loads nothing from the network. */
export function renderMail(content: MailContent): RenderedMail {
  return { subject: content.subject, text: asText(content), html: asHtml(content) }
}

function asText({ title, paragraphs, action, footnote }: MailContent): string {
  // A link gets its own unwrapped line, so that people can follow it.
  const parts = [title, ...paragraphs.map(wrapped), ...(action ? [`${action.label}:\n${action.url}`] : [])]
  return `${parts.join('\n\n')}\n\n-- \n${wrapped(footnote)}\n`
}

function wrapped(text: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LINE_MAX) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

// Mail programs support neither custom properties nor light-dark(): inline styles hold the light colours, and a media
// query holds the dark ones.
const DARK = `
    :root { color-scheme: light dark; supported-color-schemes: light dark; }
    @media (prefers-color-scheme: dark) {
      .page { background: #0f1011 !important; }
      .card { background: #17181a !important; border-color: #2a2c30 !important; }
      .text { color: #ededec !important; }
      .muted { color: #9b9ba0 !important; }
      .brand { color: #4fd1ae !important; }
      .action { background: #4fd1ae !important; color: #06231b !important; }
    }`

const FONT = 'font-family: Geist, ui-sans-serif, system-ui, -apple-system, Segoe UI, sans-serif'

function asHtml({ subject, title, paragraphs, action, footnote }: MailContent): string {
  const body = paragraphs
    .map((text) => `<p class="text" style="margin: 0 0 14px; color: #1b1b19">${escaped(text)}</p>`)
    .join('\n          ')
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escaped(subject)}</title>
    <style>${DARK}
    </style>
  </head>
  <body class="page" style="margin: 0; padding: 0; background: #fbfbfa">
    <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background: #fbfbfa">
      <tr><td align="center" style="padding: 32px 16px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width: 520px; ${FONT}; font-size: 15px; line-height: 1.5">
          <tr><td class="brand" style="padding: 0 4px 14px; color: #0b6b57; font-weight: 600">Latchkey</td></tr>
          <tr><td class="card" style="padding: 26px 28px 18px; background: #ffffff; border: 1px solid #e7e6e3; border-radius: 10px; overflow-wrap: anywhere">
          <h1 class="text" style="margin: 0 0 12px; color: #1b1b19; font-size: 20px; line-height: 1.25; font-weight: 600">${escaped(title)}</h1>
          ${body}${action ? actionAsHtml(action) : ''}
          </td></tr>
          <tr><td class="muted" style="padding: 14px 4px; color: #66645f; font-size: 13px; overflow-wrap: anywhere">${escaped(footnote)}</td></tr>
        </table>
      </td></tr>
    </table>
  </body>
</html>
`
}

function actionAsHtml({ label, url }: NonNullable<MailContent['action']>): string {
  return `
          <p style="margin: 20px 0"><a class="action" href="${escaped(url)}" style="display: inline-block; padding: 9px 16px; border-radius: 7px; background: #0b6b57; color: #ffffff; font-weight: 500; text-decoration: none">${escaped(label)}</a></p>
          <p class="muted" style="margin: 0 0 12px; color: #66645f; font-size: 13px">${escaped(sharedMailTexts.orOpen)} <span style="overflow-wrap: anywhere">${escaped(url)}</span></p>`
}
