import { envFile } from '@/components/tokens/key/env-file'
import { nginxConfig } from '@/components/tokens/key/nginx-config'
import { jsonQuoted, shellQuoted } from '@/components/tokens/key/quote'
import { keyTexts } from '@/components/tokens/texts-key'

/** The examples in the order of their tabs. */
export const SNIPPETS = ['curl', 'python', 'node', 'actions', 'nginx', 'env'] as const

export type SnippetName = (typeof SNIPPETS)[number]

/** A piece of code to copy, and what it is. */
export interface SnippetPart {
  title: string
  code: string
}

interface ShownToken {
  name: string
  key: string
  scopes: readonly string[]
}

const words = keyTexts.parts

/** Returns an example of how to use a token, with its key and the address of this server filled in. */
export function snippetOf(snippet: SnippetName, token: ShownToken, appOrigin: string): SnippetPart[] {
  return WRITERS[snippet](token, appOrigin)
}

const WRITERS: Record<SnippetName, (token: ShownToken, appOrigin: string) => SnippetPart[]> = {
  curl: ({ key }, appOrigin) => [{ title: words.curl, code: curlCommand(verifyUrl(appOrigin), key) }],
  python: ({ key }, appOrigin) => [{ title: words.python, code: pythonProgram(verifyUrl(appOrigin), key) }],
  node: ({ key }, appOrigin) => [{ title: words.node, code: nodeProgram(verifyUrl(appOrigin), key) }],
  actions: ({ key }, appOrigin) => [
    { title: words.actionsSecret, code: `gh secret set LATCHKEY_TOKEN --body ${shellQuoted(key)}\n` },
    { title: words.actionsStep, code: workflowStep(appOrigin) },
  ],
  nginx: ({ key, scopes }, appOrigin) => [
    { title: words.nginx, code: nginxConfig(appOrigin, scopes[0]) },
    { title: words.nginxTest, code: curlCommand('http://127.0.0.1:8000/', key) },
  ],
  env: ({ key, name }, appOrigin) => {
    const file = envFile(name, key, appOrigin)
    return [{ title: words.env(file.name), code: file.content }]
  },
}

function verifyUrl(appOrigin: string): string {
  return `${appOrigin}/api/v1/auth/verify`
}

function curlCommand(url: string, key: string): string {
  return `curl ${shellQuoted(url)} \\\n  -H ${shellQuoted(`Authorization: Token ${key}`)}\n`
}

function pythonProgram(url: string, key: string): string {
  return `import json
from urllib.request import Request, urlopen

url = ${jsonQuoted(url)}
token = ${jsonQuoted(key)}

request = Request(url, headers={"Authorization": f"Token {token}"})
with urlopen(request, timeout=10) as response:
    print(json.load(response))
`
}

function nodeProgram(url: string, key: string): string {
  return `const url = ${jsonQuoted(url)}
const token = ${jsonQuoted(key)}

const response = await fetch(url, {
  headers: { authorization: \`Token \${token}\` },
})
console.log(response.status, await response.json())
`
}

/** The key is not in it: a workflow is committed to the repository. */
function workflowStep(appOrigin: string): string {
  return `- name: Verify the token
  env:
    LATCHKEY_URL: ${jsonQuoted(appOrigin)}
    LATCHKEY_TOKEN: \${{ secrets.LATCHKEY_TOKEN }}
  run: |
    curl -fsS "$LATCHKEY_URL/api/v1/auth/verify" \\
      -H "Authorization: Token $LATCHKEY_TOKEN"
`
}
