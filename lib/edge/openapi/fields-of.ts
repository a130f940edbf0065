import type { ReferenceField } from '@/lib/edge/openapi/schema'

/** The subset of JSON Schema that our own documents use. */
export interface JsonSchema {
  type?: string
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  maxItems?: number
  items?: JsonSchema
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
}

/** Lists the fields of an object, with nested fields right after their parent. */
export function fieldsOf({ properties = {}, required = [] }: JsonSchema, prefix = ''): ReferenceField[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${prefix}${key}`
    const description = schema.description ?? withoutNull(schema).description
    const field = {
      name,
      type: typeOf(schema),
      isRequired: required.includes(key),
      note: noteOf(schema),
      ...(description !== undefined && { description }),
    }
    const bare = withoutNull(schema)
    const within = bare.items ? fieldsOf(bare.items, `${name}[].`) : fieldsOf(bare, `${name}.`)
    return [field, ...within]
  })
}

function typeOf(schema: JsonSchema): string {
  const bare = withoutNull(schema)
  const { type, format, items } = bare
  const word =
    type === 'array' && items ? `list of ${typeOf(items)}` : format === 'date-time' ? 'timestamp' : nameOf(bare)
  return bare === schema ? word : `${word} or null`
}

function nameOf({ type, enum: choices, const: only }: JsonSchema): string {
  return type ?? typeof (choices?.[0] ?? only ?? 'anything')
}

function noteOf(schema: JsonSchema): string {
  const { enum: choices, const: only, minimum, maximum, maxItems, default: usual } = withoutNull(schema)
  const isBounded = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER
  return [
    ...(choices === undefined ? [] : [`one of ${choices.map(String).join(', ')}`]),
    ...(only === undefined ? [] : [`always ${JSON.stringify(only)}`]),
    ...(isBounded(minimum) ? [`min. ${minimum}`] : []),
    ...(isBounded(maximum) ? [`max. ${maximum}`] : []),
    ...(maxItems === undefined ? [] : [`max. ${maxItems} items`]),
    ...(usual === undefined ? [] : [`default ${JSON.stringify(usual)}`]),
  ].join('; ')
}

/** Returns the only alternative of a schema that is not null, or the schema itself if there is no such alternative. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  return others?.length === 1 && others[0] !== undefined ? others[0] : schema
}
