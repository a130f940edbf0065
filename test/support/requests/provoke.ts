import type { Contract } from '@/lib/base/contract'
import type { Answer } from '@/test/support/requests/api'
import type { AskInput } from '@/test/support/requests/ask-contract'
import { newSubject, type Subject } from '@/test/support/requests/contract-subject'
import { validBody } from '@/test/support/requests/valid-input'

/** Makes a contract’s endpoint answer an error. */
export type Provocation = (contract: Contract) => Promise<Answer>

/** Returns whether a contract’s body has a field. */
export const has = ({ body }: Contract, field: string) => body !== undefined && Object.hasOwn(body.shape, field)
/** Returns a valid body with `fields` replaced. */
export const bodyWith = (contract: Contract, { account }: Subject, fields: Record<string, unknown>): AskInput => ({
  body: { ...validBody(contract, account), ...fields },
})

/** Sends a valid request with `input` replaced. */
export const asking =
  (input: AskInput): Provocation =>
  async (contract) =>
    (await newSubject(contract)).ask(input)

/** Sends a valid body with `fields` replaced. */
export const sending =
  (fields: Record<string, unknown>): Provocation =>
  async (contract) => {
    const subject = await newSubject(contract)
    return subject.ask(bodyWith(contract, subject, fields))
  }
