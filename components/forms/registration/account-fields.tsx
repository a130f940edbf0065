import type { FieldErrors, UseFormRegister } from 'react-hook-form'
import { NewPasswordField } from '@/components/forms/new-password-field'
import { formsTexts } from '@/components/forms/texts'
import { PasswordField } from '@/components/ui/form/password-field'
import { TextField } from '@/components/ui/form/text-field'
import type { RegisterInput } from '@/lib/domain/accounts/schema'

const texts = formsTexts.registration

type AccountInput = Pick<RegisterInput, 'username' | 'email' | 'password' | 'confirm_password'>

interface AccountFieldsProps {
  register: UseFormRegister<AccountInput>
  /** The current values. */
  typed: Partial<AccountInput>
  errors: FieldErrors<AccountInput>
  passwordLengthMin: number
}

/** The fields that every new account needs. */
export function AccountFields({ register, typed, errors, passwordLengthMin }: AccountFieldsProps) {
  const { username = '', email = '', password = '' } = typed
  return (
    <>
      <TextField
        label={texts.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.username?.message}
        {...register('username')}
      />
      <TextField
        label={texts.email}
        type="email"
        autoComplete="email"
        error={errors.email?.message}
        {...register('email')}
      />
      <NewPasswordField
        label={texts.password}
        password={password}
        lengthMin={passwordLengthMin}
        ownWords={[username, email]}
        error={errors.password?.message}
        {...register('password')}
      />
      <PasswordField
        label={texts.confirmPassword}
        autoComplete="new-password"
        error={errors.confirm_password?.message}
        {...register('confirm_password')}
      />
    </>
  )
}
