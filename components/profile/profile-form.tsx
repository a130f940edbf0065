'use client'

import { NamesForm, type Names } from '@/components/forms/names-form'
import { profileTexts } from '@/components/profile/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'

const fetchSchema = async () => (await import('@/lib/domain/accounts/schema')).updateAccountInput

/** Edits the names of the signed-in person. */
export function ProfileForm({ names }: { names: Names }) {
  const callSignedIn = useCallSignedIn()

  async function save(body: Partial<Names>): Promise<Names> {
    const { updateAccountContract } = await import('@/lib/domain/accounts/contract')
    return callSignedIn(updateAccountContract, { body })
  }

  return (
    <NamesForm
      names={names}
      isOwn
      usernameHint={profileTexts.names.usernameHint}
      outcome={profileTexts.names.saved}
      draft="profile"
      fetchSchema={fetchSchema}
      save={save}
    />
  )
}
