/** A sign-in provider as pages show it. */
export interface Provider {
  id: string
  label: string
}
