/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'pg', '@prisma/client', 'bcrypt', 'pino'],
  // Types and lint are steps of `npm test`, with the rest of the tree.
  typescript: { ignoreBuildErrors: true },
}

export default config
