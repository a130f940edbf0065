import * as z from 'zod'
import type { FieldError } from '@/lib/errors/app-error'
import { pointerTo } from '@/lib/http/pointer-to'

/**
 * Turns a flat form into the value that `schema` expects: fields that the schema calls numbers or
 * booleans are converted, list fields gather their repetitions, everything else stays text.
 * Unknown fields are kept for the schema to reject.
 * @param errors gets every field that takes one value and was given several
 */
export function coerceForm(schema: z.ZodObject, form: URLSearchParams, errors: FieldError[]): Record<string, unknown> {
  const value: [string, unknown][] = []
  for (const key of new Set(form.keys())) {
    const texts = form.getAll(key)
    const isKnown = Object.hasOwn(schema.shape, key)
    const field = isKnown ? unwrap(schema.shape[key]) : undefined
    if (field instanceof z.ZodArray) value.push([key, texts])
    else value.push([key, coerceText(field, texts[0] ?? '')])
    if (isKnown && !(field instanceof z.ZodArray) && texts.length > 1) {
      errors.push({ pointer: pointerTo('', key), detail: 'Must be given once' })
    }
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
    if (/^true$/i.test(text)) return true
    if (/^false$/i.test(text)) return false
  }
  return text
}
