import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findSession } from '@/app/(auth)/find-session'
import { stepUpProviders } from '@/app/step-up-providers'
import { tokenPolicy } from '@/app/(dashboard)/settings/tokens/token-policy'
import { DeviceFlow } from '@/components/device-flow/device-flow'
import { LeadToSignIn } from '@/components/device-flow/lead-to-sign-in'
import { deviceFlowTexts } from '@/components/device-flow/texts'
import { AccountWatch } from '@/components/shell/account-watch'
import { StepUpProvider } from '@/components/shell/step-up-provider'
import { Announcer } from '@/components/ui/announcer'
import { settings } from '@/lib/base/env'
import { isDeviceFlowOn } from '@/lib/domain/device-flow/require-device-flow'
import { getPageAccount } from '@/lib/edge/serve/page-account'
import { signInAddress } from '@/lib/edge/serve/page-principal'

export const metadata: Metadata = { title: deviceFlowTexts.title }

export default async function DevicePage() {
  if (!isDeviceFlowOn()) notFound()
  if ((await findSession()) === null) return <LeadToSignIn href={await signInAddress()} />
  const { account } = await getPageAccount()
  const policy = { ...tokenPolicy(), deviceTtlSeconds: settings().DEVICE_TTL_SECONDS }
  return (
    <Announcer>
      <StepUpProvider username={account.username} providers={stepUpProviders(account)}>
        <div data-account={account.id}>
          <AccountWatch id={account.id} username={account.username} />
          <DeviceFlow policy={policy} username={account.username} />
        </div>
      </StepUpProvider>
    </Announcer>
  )
}
