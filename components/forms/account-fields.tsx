import type { FieldErrors, UseFormRegister } from 'react-hook-form'
import { PasswordField } from '@/components/ui/password-field'
import { TextField } from '@/components/ui/text-field'
import type { RegisterInput } from '@/lib/accounts/schema'

type AccountInput = Pick<RegisterInput, 'username' | 'email' | 'password' | 'confirm_password'>

interface AccountFieldsProps {
  register: UseFormRegister<AccountInput>
  errors: FieldErrors<AccountInput>
  passwordLengthMin: number
}

/** What every new account is asked for. */
export function AccountFields({ register, errors, passwordLengthMin }: AccountFieldsProps) {
  return (
    <>
      <TextField
        label="Username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.username?.message}
        {...register('username')}
      />
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="email"
        error={errors.email?.message}
        {...register('email')}
      />
      <PasswordField
        label="Password"
        autoComplete="new-password"
        hint={`At least ${passwordLengthMin} characters. A few words in a row are easy to keep.`}
        error={errors.password?.message}
        {...register('password')}
      />
      <PasswordField
        label="Repeat the password"
        autoComplete="new-password"
        error={errors.confirm_password?.message}
        {...register('confirm_password')}
      />
    </>
  )
}
