import * as z from 'zod'
import { DEVICE_GRANT } from '@/lib/domain/device-flow/schema'

interface JsonSchema {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  minimum?: number
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
}

const PASSWORD = 'correct horse battery staple'

/** The example for a text field of this name. */
const texts: Readonly<Record<string, string>> = {
  username: 'maya',
  email: 'maya@example.com',
  password: PASSWORD,
  old_password: PASSWORD,
  new_password: 'another horse battery staple',
  name: 'backup',
  token_name: 'backup',
  device_name: 'weather-station',
  client_id: 'weather-station',
  grant_type: DEVICE_GRANT,
  user_code: 'JQRM-PMXZ',
  first_name: 'Maya',
  setup_code: 'ABCDE-FGHJK-LMNPQ-RS234',
}

/** Builds a body that the schema accepts, with as few fields as possible. */
export function exampleBodyOf(schema: z.ZodObject): Record<string, unknown> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema
  const body: Record<string, unknown> = {}
  const add = (name: string) => {
    body[name] =
      name === 'confirm_password' ? (body['new_password'] ?? body['password']) : exampleOf(name, properties[name])
  }
  required.forEach(add)
  for (const name of Object.keys(properties)) {
    if (schema.safeParse(body).success) break
    if (!(name in body)) add(name)
  }
  return Object.fromEntries(Object.keys(properties).flatMap((name) => (name in body ? [[name, body[name]]] : [])))
}

function exampleOf(
  name: string,
  { type, format, enum: choices, const: only, minimum, items }: JsonSchema = {},
): unknown {
  if (only !== undefined) return only
  if (choices !== undefined) return choices[0]
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return Math.max(minimum ?? 0, 3600)
  if (type === 'array') return [exampleOf(name, items)]
  return format === 'date-time' ? '2027-02-19T21:40:00Z' : (texts[name] ?? '…')
}
