import type { ComponentProps } from 'react'
import { buttonClass, type ButtonVariant } from '@/components/ui/button-class'

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
}

/** A button that does not submit its form unless `type` says so. */
export function Button({ variant = 'plain', type = 'button', className = '', ...props }: ButtonProps) {
  return <button type={type} className={`${buttonClass(variant)} ${className}`} {...props} />
}
