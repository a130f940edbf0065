import { ProblemError } from '@/lib/edge/client/problem-error'

/** What became of the tokens, by name. */
export interface Undone {
  restored: string[]
  failed: string[]
  /** Why the first of them failed; null if none did. */
  error: unknown
}

/**
 * Restores tokens one after the other, because the first request may have to ask for the password. A token that the
 * server rejects does not keep the others from being restored; any other failure, such as a lost connection, does.
 */
export async function undoEach<Token extends { name: string }>(
  tokens: readonly Token[],
  undo: (token: Token) => Promise<unknown>,
): Promise<Undone> {
  const undone: Undone = { restored: [], failed: [], error: null }
  for (const [index, token] of tokens.entries()) {
    try {
      await undo(token)
      undone.restored.push(token.name)
    } catch (error) {
      undone.error ??= error
      if (!isAboutToken(error)) {
        undone.failed.push(...tokens.slice(index).map(({ name }) => name))
        break
      }
      undone.failed.push(token.name)
    }
  }
  return undone
}

function isAboutToken(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 404 || error.status === 409)
}
