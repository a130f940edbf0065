import { contracts, isMutating } from '@/lib/edge/contracts'
import { database } from '@/lib/db/client'
import type { Contract, CredentialKind } from '@/lib/base/contract'
import { rightOf, type Right } from '@/test/support/barrier/right'
import { isDeletion, newSubject, type Subject } from '@/test/support/requests/contract-subject'
import { titleOf } from '@/test/support/requests/contract-routes'
import { PASSWORD } from '@/test/support/factories'

/** A mutating endpoint together with one way to send a request to it. */
export interface Scene {
  title: string
  contract: Contract
  right: Exclude<Right, null>
  /** The kind of credential used, or null at a public endpoint. */
  kind: CredentialKind | null
  /** Whether the request contains a password that the server verifies. */
  showsPassword: boolean
}

const takesPassword = ({ body }: Contract) => body !== undefined && 'password' in body.shape
const needsPassword = (contract: Contract) =>
  isDeletion(contract) ||
  (contract.body !== undefined &&
    ('old_password' in contract.body.shape ||
      ('password' in contract.body.shape && !contract.body.shape['password'].isOptional())))

function scenesOf(contract: Contract): Scene[] {
  const right = rightOf(contract)
  if (right === null) return []
  const kinds = contract.auth === 'public' ? [null] : contract.auth
  return kinds.flatMap((kind) => {
    const ways = right !== 'credential' ? [right === 'password' || right === 'ticket'] : passwordsShown(contract)
    return ways.map((showsPassword) => {
      const title = `${titleOf(contract)}, ${kind ?? right}${showsPassword && kind ? ' and password' : ''}`
      return { title, contract, right, kind, showsPassword }
    })
  })
}

function passwordsShown(contract: Contract): boolean[] {
  if (needsPassword(contract)) return [true]
  return contract.stepUp && takesPassword(contract) ? [false, true] : [false]
}

/**
 * Every mutating endpoint with every kind of credential it admits. Endpoints open to anyone are left out, because they
 * require no authority to lose.
 */
export const scenes: readonly Scene[] = contracts.filter(isMutating).flatMap(scenesOf)

/** Prepares what a scene needs and a request that would succeed. */
export async function setScene({ contract, kind, showsPassword }: Scene): Promise<Subject> {
  const subject = await newSubject(contract, kind === null ? {} : { kind })
  if (!showsPassword || kind === null) return subject
  await database().token.updateMany({ where: { id: subject.callerId ?? '' }, data: { authTime: new Date(0) } })
  if (needsPassword(contract)) return subject
  return { ...subject, body: { ...subject.body, password: PASSWORD } }
}
