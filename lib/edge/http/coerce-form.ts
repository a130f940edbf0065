import type * as z from 'zod'
import type { FieldError } from '@/lib/base/errors/app-error'
import { pointerTo } from '@/lib/edge/problems/pointer-to'

/**
 * Turns a flat form into the value that `schema` expects. Number and boolean fields are converted, list fields collect
 * their repetitions, and everything else stays text. Unknown fields are kept for the schema to reject.
 * @param errors receives every single-value field that the form repeats
 */
export function coerceForm(schema: z.ZodObject, form: URLSearchParams, errors: FieldError[]): Record<string, unknown> {
  const value: [string, unknown][] = []
  const fields: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  for (const key of new Set(form.keys())) {
    const texts = form.getAll(key)
    const isKnown = Object.hasOwn(fields, key)
    const field = isKnown ? unwrap(fields[key]) : undefined
    if (typeOf(field) === 'array') value.push([key, texts])
    else value.push([key, coerceText(field, texts[0] ?? '')])
    if (isKnown && typeOf(field) !== 'array' && texts.length > 1) {
      errors.push({ pointer: pointerTo('', key), detail: 'Given more than once' })
    }
  }
  return Object.fromEntries(value)
}

const WRAPPERS: readonly unknown[] = ['optional', 'nullable', 'default']

function unwrap(field: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let inner = field
  while (WRAPPERS.includes(typeOf(inner))) inner = (inner as z.ZodOptional).def.innerType
  return inner
}

const typeOf = (field: z.core.$ZodType | undefined) => field?._zod.def.type

function coerceText(field: z.core.$ZodType | undefined, text: string): unknown {
  const type = typeOf(field)
  if (type === 'number' && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (type === 'boolean' || type === 'literal') {
    if (/^true$/i.test(text)) return true
    if (/^false$/i.test(text)) return false
  }
  return text
}
