/** An action was given up by its person, who was asked for the password and would not show it. */
export class StepUpCancelled extends Error {
  override readonly name = 'StepUpCancelled'
}
