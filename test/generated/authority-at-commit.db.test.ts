import { beforeEach, describe, expect, it } from 'vitest'
import { contracts, isMutating } from '@/lib/edge/contracts'
import { database } from '@/lib/db/client'
import { barriers, type Barrier } from '@/test/support/barrier/barriers'
import { losses, type Loss } from '@/test/support/barrier/losses'
import { scenes, setScene, type Scene } from '@/test/support/barrier/scenes'
import { newSubject } from '@/test/support/requests/contract-subject'
import { titledContracts } from '@/test/support/requests/contract-routes'
import { everythingKept } from '@/test/support/requests/everything-kept'
import { newInstance } from '@/test/support/factories'
import { proofSample } from '@/test/support/proof-rounds'

/** A request that waits at one barrier while it loses its authority in one way. */
interface Cell {
  scene: Scene
  barrier: Barrier
  loss: Loss
}

const all: Cell[] = scenes.flatMap((scene) =>
  barriers
    .filter(({ holds }) => holds(scene))
    .flatMap((barrier) => losses.filter(({ concerns }) => concerns(scene)).map((loss) => ({ scene, barrier, loss }))),
)

const run = proofSample(all, 13)

const ATTEMPTS_MAX = 5

/**
 * Runs a cell. Retries on a 503, which a busy machine causes when a lock is held longer than the database waits.
 * Returns one line for each way in which the request broke the rules.
 */
async function broken({ scene, barrier, loss }: Cell): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const subject = await setScene(scene)
    const { answer, before } = await barrier.hold(subject, (tx) => loss.take(tx, subject))
    if (answer.status === 503 && attempt < ATTEMPTS_MAX) continue
    const after = await everythingKept(database())
    // The password of a deleted or deactivated account counts as wrong too.
    const codes = [...loss.codes, ...(scene.showsPassword ? ['password_incorrect'] : [])]
    return [
      ...(codes.includes(answer.json?.code) ? [] : [`answered ${answer.status} ${answer.text}`]),
      ...before.flatMap((rows, index) =>
        sameRows(rows, after[index]) ? [] : [`changed ${difference(rows, after[index])}`],
      ),
      ...(answer.headers.getSetCookie().some((cookie) => cookie.includes('lks_')) ? ['set a session cookie'] : []),
    ]
  }
}

const sameRows = (rows: unknown, others: unknown) => difference(rows, others) === ''

function difference(rows: unknown, others: unknown): string {
  const [one, other] = [JSON.stringify(rows), JSON.stringify(others)]
  return one === other ? '' : `${one}\nto ${other}`
}

beforeEach(newInstance)

describe(`authority at commit: ${run.length} of ${all.length} cells (${scenes.length} ways to ask × ${barriers.length} barriers × ${losses.length} losses)`, () => {
  it.each(run.map((cell) => [cell.scene.title, cell.barrier.name, cell.loss.name, cell] as const))(
    '%s, held at %s while %s, changes nothing',
    async (_title, _barrier, _loss, cell) => {
      expect(await broken(cell)).toEqual([])
    },
  )

  it.each(scenes.map((scene) => [scene.title, scene] as const))(
    '%s succeeds and changes something when it keeps its authority',
    async (_, scene) => {
      const { ask, body } = await setScene(scene)
      const before = await everythingKept(database())
      const { status, text } = await ask({ body })
      expect(status, text).toBe(scene.contract.status)
      expect(await everythingKept(database())).not.toEqual(before)
    },
  )

  it('covers every mutating endpoint and every kind of credential that it admits', () => {
    const asked = new Set(all.map(({ scene }) => scene.contract))
    const open = contracts.filter((contract) => isMutating(contract) && !asked.has(contract)).map(({ path }) => path)
    expect(open).toEqual([
      '/api/v1/auth/providers/{id}/start',
      '/api/v1/auth/providers/{id}/nonce',
      '/api/v1/auth/providers/{id}/finish',
      '/api/v1/auth/providers/{id}/login',
      '/api/v1/auth/device',
      '/api/v1/auth/register',
      '/api/v1/auth/resend-email',
      '/api/v1/auth/password/reset',
    ])
  })

  it.each(titledContracts((contract) => !isMutating(contract)))('%s changes nothing', async (_, contract) => {
    const { ask } = await newSubject(contract)
    const before = await everythingKept(database())
    await ask()
    expect(await everythingKept(database())).toEqual(before)
  })
})
