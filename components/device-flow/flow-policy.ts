import type { TokenPolicy } from '@/components/tokens/create/token-policy'

/** What this deployment allows for an app that a person approves. */
export interface FlowPolicy extends TokenPolicy {
  /** How long a device token is valid at most, which is also the default. */
  deviceTtlSeconds: number
}
