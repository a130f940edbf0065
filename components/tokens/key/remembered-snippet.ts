import { SNIPPETS, type SnippetName } from '@/components/tokens/key/snippets'

const STORED_AS = 'latchkey.snippet'

/** Returns the example that this browser showed last. Without storage, returns the first one. */
export function rememberedSnippet(): SnippetName {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return SNIPPETS.find((snippet) => snippet === stored) ?? SNIPPETS[0]
  } catch {
    return SNIPPETS[0]
  }
}

/** Remembers which example was shown, if the browser allows that. */
export function rememberSnippet(snippet: SnippetName): void {
  try {
    localStorage.setItem(STORED_AS, snippet)
  } catch {
    // A browser that blocks storage shows the first example next time.
  }
}
