'use client'

import { useRef, useState } from 'react'
import type { Provider } from '@/components/providers/provider'
import { ProviderButtons } from '@/components/providers/provider-buttons'
import { providerTexts } from '@/components/providers/texts'
import { TextField } from '@/components/ui/form/text-field'

const texts = providerTexts.setup

/** Creates the first administrator at a provider, for a person who knows the setup code. */
export function SetupWithProvider({ providers }: { providers: readonly Provider[] }) {
  const code = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string>()

  function input() {
    const setupCode = code.current?.value.trim() ?? ''
    setError(setupCode === '' ? texts.missing : undefined)
    if (setupCode !== '') return { setup_code: setupCode }
    code.current?.focus()
    return null
  }

  return (
    <div className="grid gap-4">
      <TextField
        ref={code}
        name="setup_code"
        label={texts.code}
        hint={texts.codeHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="font-mono"
        error={error}
      />
      <ProviderButtons providers={providers} input={input} />
    </div>
  )
}
