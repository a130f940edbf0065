/** A value that goes in or out, in the words of people. */
export interface ReferenceField {
  /** With a dot for what lies within, and `[]` for each of several. */
  name: string
  type: string
  isRequired: boolean
  /** What it is held to; empty where the type says all. */
  note: string
}

/** One thing that the API can do. */
export interface ReferenceOperation {
  /** What an address can point at. */
  id: string
  method: string
  path: string
  summary: string
  /** Whose credential it takes, and what else it asks for. */
  access: string
  curl: string
  parameters: ReferenceField[]
  body: ReferenceField[]
  status: number
  answer: ReferenceField[]
  errors: { status: number; codes: string[] }[]
}

/** What the API can do, by what it is about. */
export interface ReferenceGroup {
  id: string
  name: string
  operations: ReferenceOperation[]
}
