import { afterEach } from 'vitest'

const errors: string[] = []

// A test that expects an error replaces console.error itself, with vi.spyOn.
console.error = (...words: unknown[]) => {
  errors.push(words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(' '))
}

afterEach(() => {
  const unexpected = errors.splice(0)
  if (unexpected.length > 0) throw new Error(`Unexpected console.error:\n${unexpected.join('\n')}`)
})
