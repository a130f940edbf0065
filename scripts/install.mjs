import { withProgress } from './progress.mjs'
import { runCommand } from './run-command.mjs'
import { digestOf, unlessStamped } from './stamp.mjs'

/** Installs exactly what package-lock.json names, unless it is there already. */
export async function ensureInstalled() {
  // The stamp lies inside: without node_modules there is none.
  await unlessStamped('node_modules/.latchkey-install', digestOf(['package-lock.json']), () =>
    withProgress('installing packages, about two minutes the first time', () =>
      // The build needs the development packages too, whatever NODE_ENV says.
      runCommand('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']),
    ),
  )
}
