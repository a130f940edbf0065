/** One device by its name, several by their number. */
export function devicesInWords(devices: readonly { name: string }[]): string {
  const [first, ...rest] = devices
  return first !== undefined && rest.length === 0 ? first.name : `${devices.length} devices`
}
