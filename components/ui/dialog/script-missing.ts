/** Whether a script of the page could not be loaded. */
export function isScriptMissing({ name }: Error): boolean {
  return name === 'ChunkLoadError'
}
