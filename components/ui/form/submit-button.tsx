'use client'

import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonVariant } from '@/components/ui/button-class'
import { useHydrated } from '@/components/ui/time/use-hydrated'

interface SubmitButtonProps {
  isPending: boolean
  variant?: ButtonVariant
  className?: string
  children: ReactNode
}

/** Submits its form once the page is hydrated. It shows that a request is pending, and keeps the focus meanwhile. */
export function SubmitButton({ isPending, variant = 'primary', className = '', children }: SubmitButtonProps) {
  const isHydrated = useHydrated()
  return (
    <Button type="submit" variant={variant} className={className} disabled={!isHydrated} aria-disabled={isPending}>
      {isPending && <LoaderCircle size={16} aria-hidden className="animate-spin" />}
      {children}
    </Button>
  )
}
