import type { Contract } from '@/lib/base/contract'
import type { Answer } from '@/test/support/api'
import type { AskInput } from '@/test/support/ask-contract'
import { newSubject, type Subject } from '@/test/support/contract-subject'
import { validBody } from '@/test/support/valid-input'

/** Brings a contract's endpoint to answer an error. */
export type Provocation = (contract: Contract) => Promise<Answer>

/** Whether a contract's body has a field. */
export const has = ({ body }: Contract, field: string) => body !== undefined && Object.hasOwn(body.shape, field)
/** A valid body but for `fields`. */
export const bodyWith = (contract: Contract, { account }: Subject, fields: Record<string, unknown>): AskInput => ({
  body: { ...validBody(contract, account), ...fields },
})

/** Asks with what is valid but for `input`. */
export const asking =
  (input: AskInput): Provocation =>
  async (contract) =>
    (await newSubject(contract)).ask(input)

/** Asks with a valid body but for `fields`. */
export const sending =
  (fields: Record<string, unknown>): Provocation =>
  async (contract) => {
    const subject = await newSubject(contract)
    return subject.ask(bodyWith(contract, subject, fields))
  }
