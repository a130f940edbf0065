import { findUsableIdentities } from '@/lib/domain/authority/usable-identities'
import { hasUsablePassword } from '@/lib/domain/authority/usable-password'
import { now, secondsAfter } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import type { Db } from '@/lib/db/client'

/** How long a confirmation counts as recent, in seconds: 15 minutes. */
export const STEP_UP_SECONDS = 900

/** Returns whether a confirmation at `authTime`, by password or provider, is at most `seconds` old. */
export function isPasswordRecent(authTime: Date | null, seconds = STEP_UP_SECONDS): boolean {
  return authTime !== null && secondsAfter(authTime, seconds) > now()
}

/** How an account can confirm that its owner is present. */
export type StepUpMethod = 'password' | 'provider'

/**
 * Returns the ways in which an account can confirm that its owner is present: with a password that it may use, and at a
 * provider. A provider that cannot prove that its owner was present now (`visit`) counts only without a password.
 */
export async function findStepUpMethods(db: Db, account: StepUpAccount): Promise<StepUpMethod[]> {
  const hasPassword = hasUsablePassword(account)
  const identities = await findUsableIdentities(db, account.id)
  const counting = providersForStepUp(hasPassword)
  const hasProvider = identities.some(({ provider }) => counting.some(({ id }) => id === provider))
  return [...(hasPassword ? (['password'] as const) : []), ...(hasProvider ? (['provider'] as const) : [])]
}

/** Returns the providers at which an account can confirm that its owner is present, if it is linked to them. */
export function providersForStepUp(hasUsablePassword: boolean): readonly ProviderSettings[] {
  return settings().providers.filter(({ stepUp }) => stepUp === 'fresh' || !hasUsablePassword)
}

type StepUpAccount = Parameters<typeof hasUsablePassword>[0] & { id: string }

/** Returns the error for a missing confirmation, with the ways in which this account can give it. */
export async function reauthenticationRequired(db: Db, account: StepUpAccount): Promise<AppError> {
  return new AppError('reauthentication_required', { extensions: { methods: await findStepUpMethods(db, account) } })
}
