import { denyDeviceContract } from '@/lib/domain/device-flow/contract'
import { denyDevice } from '@/lib/domain/device-flow/decide-device'
import { requireDeviceFlow } from '@/lib/domain/device-flow/require-device-flow'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(denyDeviceContract, ({ principal, body }) => denyDevice(principal, body.user_code), requireDeviceFlow),
})
