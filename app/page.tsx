import { redirect } from 'next/navigation'
import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { landingPage } from '@/lib/edge/http/own-page'
import { findPagePrincipal } from '@/lib/edge/serve/page-principal'

export default async function HomePage() {
  if (await isSetupOpen()) redirect('/setup')
  const signedIn = await findPagePrincipal()
  redirect(signedIn ? landingPage(signedIn) : '/login')
}
