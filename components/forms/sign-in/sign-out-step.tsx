'use client'

import { useState, type ComponentProps, type SubmitEvent } from 'react'
import { PageForm } from '@/components/forms/page-form'
import { SessionChoiceWords } from '@/components/forms/sign-in/session-choice-words'
import { StepHeader } from '@/components/forms/step-header'
import { formsTexts } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { ChoiceCard } from '@/components/ui/form/choice-card'
import type { SessionChoices } from '@/lib/domain/sessions/schema'

const texts = formsTexts.signOutStep

interface SignOutStepProps {
  choices: SessionChoices
  onChoose: (ids: string[]) => void
  onBack: () => void
  submission: Pick<ComponentProps<typeof PageForm>, 'onSubmit' | 'isPending' | 'message'>
}

/** Lets a person at the session limit choose what to sign out. */
export function SignOutStep({ choices, onChoose, onBack, submission }: SignOutStepProps) {
  const { sessions, sign_out_count: count } = choices
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isTooFew, setIsTooFew] = useState(false)

  function choose(id: string, isChosen: boolean) {
    const others = count === 1 ? [] : chosen.filter((other) => other !== id)
    const next = isChosen ? [...others, id] : others
    setChosen(next)
    setIsTooFew(false)
    onChoose(next)
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const isEnough = sessions.filter(({ token_id }) => chosen.includes(token_id)).length >= count
    setIsTooFew(!isEnough)
    if (isEnough) submission.onSubmit(event)
    else event.preventDefault()
  }

  return (
    <>
      <StepHeader title={texts.title} lead={texts.lead(count)} />
      <PageForm
        submitLabel={texts.submit}
        {...submission}
        onSubmit={onSubmit}
        message={isTooFew ? texts.tooFew(count) : submission.message}
      >
        <fieldset className="grid gap-2">
          <legend className="sr-only">{texts.legend}</legend>
          {sessions.map((session) => (
            <ChoiceCard
              key={session.token_id}
              type={count === 1 ? 'radio' : 'checkbox'}
              name="session"
              isChosen={chosen.includes(session.token_id)}
              onChoose={(isChosen) => choose(session.token_id, isChosen)}
            >
              <SessionChoiceWords session={session} />
            </ChoiceCard>
          ))}
        </fieldset>
      </PageForm>
      <Button variant="ghost" onClick={onBack} className="mt-2 w-full">
        {texts.back}
      </Button>
    </>
  )
}
