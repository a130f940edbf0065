/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'pg', '@prisma/client', 'bcrypt', 'pino'],
  // A page's title comes with the page: streamed, it is away for a moment whenever a page is read anew.
  htmlLimitedBots: /.*/,
  // Types and lint are steps of `npm test`, with the rest of the tree.
  typescript: { ignoreBuildErrors: true },
}

export default config
