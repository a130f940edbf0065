/**
 * What a provider proved about a person, after every check of the protocol and of ALLOWED_DOMAINS, REQUIRED_GROUP and
 * `hd`. Nothing in it is the provider's access to anything.
 */
export interface ProvenIdentity {
  /** The ID of the provider in PROVIDERS. */
  provider: string
  /** The issuer in the metadata, not in the settings. Together with `subject` it is the identity. */
  issuer: string
  subject: string
  /** A valid address in its canonical spelling, or null. Only for display unless `emailVerified`. */
  email: string | null
  /** Whether the provider vouches for the address. An unverified one must never find an account. */
  emailVerified: boolean
  /** The name that the provider shows for the person. Untrusted text of at most 100 characters. */
  username: string | null
  firstName: string
  lastName: string
  /** Whether the person belongs to ADMIN_GROUP; null if the provider has no such setting. */
  isInAdminGroup: boolean | null
  /** When the person last entered a credential at the provider (`auth_time`); null if it does not say. */
  authenticatedAt: Date | null
}
