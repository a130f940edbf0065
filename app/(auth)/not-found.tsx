import Link from 'next/link'
import { FormHeader } from '@/components/forms/form-header'
import { buttonClass } from '@/components/ui/button-class'

export default function AuthNotFoundPage() {
  return (
    <>
      <FormHeader title="Nothing is here" lead="This server is set up already. Its administrator can sign in." />
      <Link href="/login" className={buttonClass('primary')}>
        Go to sign in
      </Link>
    </>
  )
}
