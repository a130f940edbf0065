import type { DocumentedOperation } from '@/lib/edge/openapi/api-reference'

/** A command that makes the call; `$KEY` and `$ID` are what its reader has. */
export function curlOf(origin: string, method: string, path: string, operation: DocumentedOperation): string {
  const address = `"${origin}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`)}"`
  const example = operation.requestBody?.content['application/json']?.example
  const isImplied = method === (example === undefined ? 'GET' : 'POST')
  const parts = [
    `curl ${isImplied ? '' : `-X ${method} `}${address}`,
    ...credentialOf(origin, operation),
    ...(example === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(example)}'`]),
  ]
  return parts.join(' \\\n  ')
}

/** Browsers' calls show where they come from, and keep or send the cookie. */
function credentialOf(origin: string, { security, responses }: DocumentedOperation): string[] {
  const schemes = security.flatMap((scheme) => Object.keys(scheme))
  if (schemes.includes('token')) return ['-H "Authorization: Token $KEY"']
  if (schemes.includes('session')) return ['-b cookies.txt', `-H 'Origin: ${origin}'`]
  const setsCookie = Object.values(responses).some(({ headers }) => headers !== undefined)
  return setsCookie ? ['-c cookies.txt', `-H 'Origin: ${origin}'`] : []
}
