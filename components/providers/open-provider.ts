import { setupCodesMeant } from '@/components/forms/registration/setup-codes-meant'
import { keepDrafts } from '@/components/ui/form/form-drafts'
import { callApi } from '@/lib/edge/client/client'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { startJourneyContract } from '@/lib/domain/providers/contract'
import type { StartJourneyInput } from '@/lib/domain/providers/schema'

/**
 * Starts a visit to a provider and opens its page in this tab. Tries each code that a setup code may mean.
 * @throws ProblemError
 */
export async function openProvider(id: string, input: StartJourneyInput): Promise<void> {
  const address = await startVisit(id, input)
  keepDrafts()
  // The content policy lets a form post only to this server, so the page leaves by script.
  window.location.assign(address)
}

async function startVisit(id: string, input: StartJourneyInput): Promise<string> {
  if (input.setup_code === undefined) return startWith(id, input)
  const [setup_code, other] = setupCodesMeant(input.setup_code)
  try {
    return await startWith(id, { ...input, setup_code })
  } catch (error) {
    if (other === undefined || !(error instanceof ProblemError && error.code === 'setup_code_invalid')) throw error
    return startWith(id, { ...input, setup_code: other })
  }
}

async function startWith(id: string, body: StartJourneyInput): Promise<string> {
  return (await callApi(startJourneyContract, { params: { id }, body })).authorization_url
}
