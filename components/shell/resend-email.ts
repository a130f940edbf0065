import { problemMessage } from '@/components/forms/problem-message'
import { emailTexts } from '@/components/shell/texts-email'
import { fetchFailureOf, type FetchFailure } from '@/components/ui/dialog/fetch-failure'
import { requestVerificationContract } from '@/lib/domain/email/contract'
import { callApi } from '@/lib/edge/client/client'

interface Resent {
  sentence: string
  failure: FetchFailure | null
}

/** Requests another confirmation link, and returns what to tell the person. */
export async function resendEmail(email: string): Promise<Resent> {
  try {
    await callApi(requestVerificationContract, { body: { email } })
    return { sentence: emailTexts.resent(email), failure: null }
  } catch (error) {
    return { sentence: (await problemMessage(error)) ?? '', failure: await fetchFailureOf(error) }
  }
}
