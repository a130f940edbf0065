'use client'

import { LogOut } from 'lucide-react'
import { shellTexts } from '@/components/shell/texts'
import { useSignOut } from '@/components/shell/use-sign-out'
import { Button } from '@/components/ui/button'

const { label } = shellTexts.signOut

/** Signs this browser out. */
export function SignOutButton() {
  const { isPending, signOut } = useSignOut()
  return (
    <Button
      variant="ghost"
      onClick={signOut}
      aria-disabled={isPending}
      aria-label={label}
      title={label}
      className="px-2"
    >
      <LogOut size={16} aria-hidden />
    </Button>
  )
}
