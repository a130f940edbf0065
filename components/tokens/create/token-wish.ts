import * as z from 'zod'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { wishTexts } from '@/components/tokens/texts-wish'
import { tokenName } from '@/lib/base/schema/text'
import type { CreateTokenInput } from '@/lib/domain/tokens/schema'
import { DAY_SECONDS } from '@/lib/base/durations'

type Field = 'name' | 'scopes' | 'expires_in_seconds'

/** A token that a link asks for: values for the form, and problems to show at their fields. */
export interface TokenWish {
  values: Partial<Pick<CreateTokenInput, Field>>
  errors: Partial<Record<Field, { type: 'wish'; message: string }>>
}

/**
 * The parameters of a URL such as `?name=ci&scopes=read,write&expires_in_days=30`. A repeated parameter counts as
 * absent.
 */
const wishAddress = z.object({
  name: z.string().optional().catch(undefined),
  scopes: z.string().optional().catch(undefined),
  expires_in_days: z.string().optional().catch(undefined),
})

/** Reads the token that a link asks for, within what this deployment allows. */
export function readTokenWish(address: unknown, policy: TokenPolicy): TokenWish {
  const { name, scopes, expires_in_days } = wishAddress.parse(address)
  const read = [
    name === undefined ? {} : readName(name),
    scopes === undefined ? {} : readScopes(scopes, policy),
    expires_in_days === undefined ? {} : readDays(expires_in_days, policy),
  ]
  const wish: TokenWish = { values: {}, errors: {} }
  for (const { values, problem } of read) {
    Object.assign(wish.values, values)
    if (problem) wish.errors[problem.field] = { type: 'wish', message: problem.message }
  }
  return wish
}

interface Reading {
  values?: TokenWish['values']
  problem?: { field: Field; message: string }
}

/** Keeps an invalid name in the field, so that the person can correct it. */
function readName(name: string): Reading {
  const { error } = tokenName.safeParse(name)
  const message = error?.issues[0]?.message
  return { values: { name }, ...(message !== undefined && { problem: { field: 'name', message } }) }
}

function readScopes(text: string, { scopes: offered }: TokenPolicy): Reading {
  const asked = text.split(/[\s,]+/).filter((scope) => scope !== '')
  const unknown = asked.filter((scope) => !offered.includes(scope))
  // A link must not be able to inject sentences into the page.
  const named = unknown.filter((scope) => /^[\w:./-]{1,40}$/.test(scope)).slice(0, 5)
  const message = wishTexts.unknownScopes(named)
  return {
    values: { scopes: offered.filter((scope) => asked.includes(scope)) },
    ...(unknown.length > 0 && { problem: { field: 'scopes', message } }),
  }
}

function readDays(text: string, { maxTtlSeconds }: TokenPolicy): Reading {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0
  const daysMax = Math.floor(maxTtlSeconds / DAY_SECONDS)
  if (days >= 1 && days <= daysMax) return { values: { expires_in_seconds: days * DAY_SECONDS } }
  return { problem: { field: 'expires_in_seconds', message: wishTexts.expiryOutOfRange(daysMax) } }
}
