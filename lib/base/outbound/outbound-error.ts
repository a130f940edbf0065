const NAME = 'OutboundError'

/** Returns the error for an outbound request that was not allowed, or got no usable response. */
export function outboundError(message: string, cause?: unknown): Error {
  const reason = cause instanceof Error ? `: ${cause.message}` : ''
  const error = new Error(`${message}${reason}`, { cause })
  error.name = NAME
  return error
}

/** Whether an error, or one of its causes, comes from an outbound request. */
export function isOutboundError(error: unknown): boolean {
  return error instanceof Error && (error.name === NAME || isOutboundError(error.cause))
}
