import { authorizeDevice } from '@/lib/domain/device-flow/authorize-device'
import { authorizeDeviceContract } from '@/lib/domain/device-flow/contract'
import { requireDeviceFlow } from '@/lib/domain/device-flow/require-device-flow'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods(
  { POST: serve(authorizeDeviceContract, ({ body }) => authorizeDevice(body), requireDeviceFlow) },
  authorizeDeviceContract,
)
