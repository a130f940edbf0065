import { ResendEmailButton } from '@/components/shell/resend-email-button'
import { emailTexts } from '@/components/shell/texts-email'
import { Notice } from '@/components/ui/notice'

/** Says on every page what an unconfirmed email address prevents, and can send the link again. */
export function UnconfirmedEmail({ email }: { email: string }) {
  return <Notice actions={<ResendEmailButton email={email} />}>{emailTexts.unconfirmed(email)}</Notice>
}
