import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { unlinkIdentityContract } from '@/lib/domain/identities/contract'
import { continueLoginContract, continueSessionContract } from '@/lib/domain/provider-sign-in/contract'
import type { ContinueInput } from '@/lib/domain/provider-sign-in/schema'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import {
  asked,
  newestToken,
  newPerson,
  onAccount,
  onThing,
  onToken,
  type Doors,
  type Told,
} from '@/test/support/acts/act'
import { arrive, continuing, proven, withAcme } from '@/test/support/arrivals'
import { newAccount, PASSWORD } from '@/test/support/factories'
import { newIdentity } from '@/test/support/identities'

const PROVIDER = { provider: 'acme' }

/** Returns the continuation of a sign-in with an identity. `rows` are told besides the sign-in itself. */
async function goingOn(
  identity: ProvenIdentity,
  door: 'session' | 'login',
  answer: Omit<ContinueInput, 'ticket'>,
  rows: (userId: string) => Promise<Told[]>,
) {
  const methods = answer.password === undefined ? ['provider'] : ['password', 'provider']
  const arrival = await arrive(identity, { door })
  const contract = door === 'session' ? continueSessionContract : continueLoginContract
  return asked(contract, continuing(arrival, answer), async ({ user }) => {
    const [action, kind, name] =
      door === 'session'
        ? (['session.started', 'session', 'acts'] as const)
        : (['device.signed_in', 'device', 'Phone'] as const)
    const id = await newestToken(user, kind)
    const signedIn = onToken(action, id, user, { userId: user.id, tokenId: id }, { name, methods, ...PROVIDER })
    return [...(await rows(user.id)), signedIn]
  })
}

/** Returns a continuation that creates an account, once a person has answered. */
const provisioning = (door: 'session' | 'login') => async () => {
  withAcme()
  return goingOn(proven(), door, { account: { username: 'newcomer' } }, async (userId) => [
    onAccount('account.provisioned', userId, { userId }, PROVIDER),
  ])
}

/** How identities come, go, and create accounts. */
export const identityActs = {
  'account.provisioned': { 'a browser': provisioning('session'), 'an app': provisioning('login') },
  'identity.linked': {
    'a person who shows the password': async () => {
      withAcme({ LINK: 'ask' })
      const { id, email } = await newAccount()
      await database().user.update({ where: { id }, data: { emailVerifiedAt: now() } })
      return goingOn(proven({ email }), 'session', { password: PASSWORD }, async (userId) => {
        const identity = await database().identity.findFirstOrThrow({ where: { userId } })
        return [onThing('identity.linked', ['identity', identity.id], { userId }, { ...PROVIDER, proof: 'password' })]
      })
    },
  },
  'identity.started_fresh': {
    'a newcomer': async () => {
      withAcme()
      const loser = await newAccount()
      const answer = { start_fresh: true, account: { username: 'newcomer' } } as const
      return goingOn(proven({ email: loser.email }), 'session', answer, async (userId) => [
        onAccount('account.provisioned', userId, { userId }, PROVIDER),
        { ...onAccount('identity.started_fresh', loser.id, { userId }, PROVIDER), userId },
      ])
    },
  },
  'identity.unlinked': {
    'its owner': async () => {
      const { account, actor, credential } = await newPerson()
      const { id } = await newIdentity(account)
      return asked(unlinkIdentityContract, { body: {}, params: { id }, ...credential }, () => [
        onThing('identity.unlinked', ['identity', id], actor, { ...PROVIDER, revoked: 0 }),
      ])
    },
  },
} as const satisfies Partial<Record<AuditAction, Doors>>
