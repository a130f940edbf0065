// Node.js imports this before a server of a test: it loads an endpoint when that is first asked for. `npm start`
// loads all of them at once, which is a third of the work of a start.
import nextServer from 'next/dist/server/next-server.js'

// The types describe what a bundler sees.
const { default: Server } = /** @type {{ default: typeof nextServer }} */ (/** @type {unknown} */ (nextServer))
Server.prototype.unstable_preloadEntries = async () => {}
