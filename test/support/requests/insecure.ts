import * as oauth from 'oauth4webapi'

/** Lets an OAuth client (oauth4webapi) speak HTTP, as test servers do on loopback. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated only to stand out; loopback speaks HTTP
export const insecure = { [oauth.allowInsecureRequests]: true }
