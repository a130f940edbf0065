/** A field of a request or a response, as the API reference shows it. */
export interface ReferenceField {
  /** The path of the field: a dot before a nested field, `[]` for the items of a list. */
  name: string
  type: string
  isRequired: boolean
  /** The constraints of the field; empty if the type says everything. */
  note: string
  /** What the field means, in sentences. */
  description?: string
}

/** An operation of the API. */
export interface ReferenceOperation {
  /** The URL fragment that points at the operation. */
  id: string
  method: string
  path: string
  summary: string
  /** The credentials that the operation accepts, and what else it requires. */
  access: string
  curl: string
  parameters: ReferenceField[]
  body: ReferenceField[]
  status: number
  answer: ReferenceField[]
  errors: { status: number; codes: string[] }[]
}

/** The operations of the API on one topic. */
export interface ReferenceGroup {
  id: string
  name: string
  operations: ReferenceOperation[]
}
