import { fieldsOf, type JsonSchema } from '@/lib/edge/openapi/fields-of'
import { openApiDocument } from '@/lib/edge/openapi/openapi-document'
import type { ReferenceGroup, ReferenceOperation } from '@/lib/edge/openapi/schema'

interface Media {
  schema: JsonSchema
  example?: unknown
}

/** An operation of our own OpenAPI document. */
export interface DocumentedOperation {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Record<string, unknown>[]
  parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { description: string; headers?: object; content?: Record<string, Media> }>
}

type Paths = Record<string, Record<string, DocumentedOperation>>

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE']

/**
 * Builds the API reference for people from the OpenAPI document: grouped, in prose, with a request to copy for each
 * operation.
 */
export function apiReference(): ReferenceGroup[] {
  const { paths, tags, servers } = openApiDocument() as unknown as {
    paths: Paths
    tags: { name: string }[]
    servers: { url: string }[]
  }
  const origin = servers[0]?.url ?? ''
  return tags.map(({ name }) => ({
    id: idOf(name),
    name,
    operations: Object.entries(paths)
      .flatMap(([path, methods]) =>
        Object.entries(methods)
          .filter(([, operation]) => operation.tags.includes(name))
          .map(([method, operation]) => present(origin, method.toUpperCase(), path, operation)),
      )
      .sort(byPath),
  }))
}

/** Orders operations by path, then by method, with reads before writes. */
function byPath(a: ReferenceOperation, b: ReferenceOperation): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return METHODS.indexOf(a.method) - METHODS.indexOf(b.method)
}

function present(origin: string, method: string, path: string, operation: DocumentedOperation): ReferenceOperation {
  const answers = Object.entries(operation.responses)
  const [status = '', success] = answers.find(([code]) => code.startsWith('2')) ?? []
  const failures = answers.filter(([code]) => !code.startsWith('2'))
  const bodySchema = operation.requestBody?.content['application/json']?.schema
  return {
    id: idOf(`${method} ${path.replace('/api/', '')}`),
    method,
    path,
    summary: operation.summary,
    access: [accessOf(operation.security), operation.description].filter(Boolean).join(' '),
    curl: curlOf(origin, method, path, operation),
    parameters: operation.parameters.map(({ name, required, schema }) => ({
      ...fieldOf(name, schema),
      isRequired: required,
    })),
    body: bodySchema ? fieldsOf(bodySchema) : [],
    status: Number(status),
    answer: fieldsOf(success?.content?.['application/json']?.schema ?? {}),
    errors: failures.map(([code, { description }]) => ({ status: Number(code), codes: description.split(', ') })),
  }
}

function fieldOf(name: string, schema: JsonSchema) {
  const [field] = fieldsOf({ properties: { [name]: schema } })
  return field ?? { name, type: 'string', isRequired: false, note: '' }
}

function accessOf(security: DocumentedOperation['security']): string {
  const schemes = security.flatMap((scheme) => Object.keys(scheme))
  if (schemes.length === 0) return 'Auth: none.'
  if (!schemes.includes('token')) return 'Auth: session.'
  return schemes.includes('session') ? 'Auth: session or token.' : 'Auth: token.'
}

/** Returns text as an id that a URL fragment can name. */
function idOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** Builds a curl command for the request. `$KEY` and `$ID` stand for what its reader has. */
function curlOf(origin: string, method: string, path: string, operation: DocumentedOperation): string {
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

/**
 * Returns the options that send the credential. Browser requests also show their origin, and store or send the cookie.
 */
function credentialOf(origin: string, { security, responses }: DocumentedOperation): string[] {
  const schemes = security.flatMap((scheme) => Object.keys(scheme))
  if (schemes.includes('token')) return ['-H "Authorization: Token $KEY"']
  if (schemes.includes('session')) return ['-b cookies.txt', `-H 'Origin: ${origin}'`]
  const setsCookie = Object.values(responses).some(({ headers }) => headers !== undefined)
  return setsCookie ? ['-c cookies.txt', `-H 'Origin: ${origin}'`] : []
}
