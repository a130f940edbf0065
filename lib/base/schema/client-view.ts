/** What a client claims to be: its name, such as “Firefox on Linux”, and its form. */
export interface ClientView {
  name: string | null
  form: 'computer' | 'phone' | 'tablet' | 'program' | 'unknown'
}
