import { exchangeContract } from '@/lib/domain/device-flow/contract'
import { exchangeDeviceCode } from '@/lib/domain/device-flow/exchange-device-code'
import { requireDeviceFlow } from '@/lib/domain/device-flow/require-device-flow'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods(
  { POST: serve(exchangeContract, ({ body }) => exchangeDeviceCode(body), requireDeviceFlow) },
  exchangeContract,
)
