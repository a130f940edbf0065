/** Thrown when the person cancels the dialog that asks for their password. */
export class StepUpCancelled extends Error {
  override readonly name = 'StepUpCancelled'
}
