const DIGEST_BYTES = 32
const HEADER_BYTES = 20
const ENTRY_BYTES = 4 + DIGEST_BYTES
const BYTEA_OID = 17

/** Digests in hexadecimal as PostgreSQL's binary form of a bytea[] (array_recv in its sources). */
export function digestArray(digests: readonly string[]): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + digests.length * ENTRY_BYTES)
  bytes.writeInt32BE(1, 0) // dimensions
  bytes.writeInt32BE(0, 4) // no entry is null
  bytes.writeInt32BE(BYTEA_OID, 8)
  bytes.writeInt32BE(digests.length, 12)
  bytes.writeInt32BE(1, 16) // the index of the first
  digests.forEach((digest, index) => {
    const at = HEADER_BYTES + index * ENTRY_BYTES
    bytes.writeInt32BE(DIGEST_BYTES, at)
    bytes.write(digest, at + 4, 'hex')
  })
  return bytes
}
