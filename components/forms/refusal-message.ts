import { formsTexts } from '@/components/forms/texts'

/**
 * Returns the message above the button of a rejected form: the errors that belong to no field, or else where to look.
 */
export function refusalMessage(unmarked: readonly string[]): string {
  return unmarked.length > 0 ? unmarked.join('. ') : formsTexts.problem.lookAgain
}
