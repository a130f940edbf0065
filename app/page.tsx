import { redirect } from 'next/navigation'
import { isSetupOpen } from '@/lib/accounts/is-setup-open'
import { landingPage } from '@/lib/http/own-page'
import { findPagePrincipal } from '@/lib/http/page-principal'

export default async function HomePage() {
  if (await isSetupOpen()) redirect('/setup')
  const signedIn = await findPagePrincipal()
  redirect(signedIn ? landingPage(signedIn) : '/login')
}
