// Node.js imports this before a test server, so that each endpoint loads on its first request. `npm start` loads all
// endpoints at once, which is a third of its startup work.
import nextServer from 'next/dist/server/next-server.js'

// The types describe what a bundler sees, so the default export needs a cast.
const { default: Server } = /** @type {{ default: typeof nextServer }} */ (/** @type {unknown} */ (nextServer))
Server.prototype.unstable_preloadEntries = async () => {}
