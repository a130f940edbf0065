/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'pg', '@prisma/client', 'bcrypt', 'pino'],
  // Sends the title with the page: a streamed title disappears for a moment whenever the page is fetched again.
  htmlLimitedBots: /.*/,
  // `npm test` checks the types and lints the whole project.
  typescript: { ignoreBuildErrors: true },
}

export default config
