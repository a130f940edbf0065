import { lookupDeviceContract } from '@/lib/domain/device-flow/contract'
import { lookupDevice } from '@/lib/domain/device-flow/lookup-device'
import { requireDeviceFlow } from '@/lib/domain/device-flow/require-device-flow'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    lookupDeviceContract,
    ({ principal, body }) => lookupDevice(principal, body.user_code),
    requireDeviceFlow,
  ),
})
