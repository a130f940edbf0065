import { redirect } from 'next/navigation'
import { isSetupOpen } from '@/lib/accounts/is-setup-open'
import { findPagePrincipal } from '@/lib/http/page-principal'

export default async function HomePage() {
  if (await isSetupOpen()) redirect('/setup')
  redirect((await findPagePrincipal()) ? '/settings/tokens' : '/login')
}
