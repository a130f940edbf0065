import * as z from 'zod'
import { invalidField } from '@/lib/errors/app-error'

/**
 * Turns a flat form into the value that `schema` expects: fields that the schema calls
 * numbers or booleans are converted, list fields gather their repetitions, everything else
 * stays text. Unknown fields are kept, for the schema to refuse.
 * @throws AppError invalid_input when a field that takes one value is repeated
 */
export function coerceForm(schema: z.ZodObject, form: URLSearchParams): Record<string, unknown> {
  const value: [string, unknown][] = []
  for (const key of new Set(form.keys())) {
    const texts = form.getAll(key)
    const field = Object.hasOwn(schema.shape, key) ? unwrap(schema.shape[key]) : undefined
    if (field instanceof z.ZodArray) value.push([key, texts])
    else if (texts.length > 1) throw invalidField(`/${key}`, 'Must be given once')
    else value.push([key, coerceText(field, texts[0] ?? '')])
  }
  return Object.fromEntries(value)
}

function unwrap(field: unknown): unknown {
  let inner = field
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap()
  }
  return inner
}

function coerceText(field: unknown, text: string): unknown {
  if (field instanceof z.ZodNumber && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (field instanceof z.ZodBoolean || field instanceof z.ZodLiteral) {
    if (text === 'true') return true
    if (text === 'false') return false
  }
  return text
}
