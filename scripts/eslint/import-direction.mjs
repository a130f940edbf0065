import path from 'node:path'

const TEST = /^(?:test|e2e|bench)\/|\.(?:test|spec)\.tsx?$/

/** The modules of lib/ that a browser may load: data about the API, and the API client. */
const CLIENT_SAFE =
  /^lib\/(?:.+\/(?:schema|contract|(?:verify|introspect)-schema)|base\/schema\/.+|edge\/client\/.+|base\/(?:contract|durations|errors\/catalogue))$/
const FOR_COMPONENTS =
  /^lib\/(?:.+\/(?:schema|contract|(?:verify|introspect)-schema)|base\/schema\/.+|base\/durations|edge\/client\/(?:client|send|problem-error))$/

/** The floors of lib/, lowest first. A file may import its own floor and those below, types included. */
const FLOORS = ['base', 'db', 'keys', 'domain', 'edge', 'process']

/**
 * An import rule: files that match `from` must not import what matches `to`. Paths are relative to the project root and
 * have no extension.
 * @typedef {{ from: RegExp, to: RegExp, except?: RegExp, typesPass?: boolean, why: string }} Direction
 * @type {readonly Direction[]}
 */
const DIRECTIONS = [
  {
    from: /^(?!lib\/db\/)/,
    to: /^lib\/db\/generated\//,
    typesPass: true,
    why: 'only lib/db may import the generated clients',
  },
  {
    from: /^(?!lib\/)/,
    to: /^lib\/db\/(?:client|transaction)$/,
    why: 'only stores and use cases access the database',
  },
  {
    from: /^lib\/(?!db\/)/,
    to: /^lib\/db\/client$/,
    typesPass: true,
    why: 'outside lib/db only its types may be imported: take a `db` or `tx`, or open a `transaction`',
  },
  {
    from: /^app\//,
    to: /^lib\/db\//,
    why: 'pages and routes call use cases',
  },
  {
    from: /^lib\/(?!edge\/)/,
    to: /^(?:next|react|react-dom)(?:\/|$)/,
    why: 'only lib/edge may import Next.js and React',
  },
  {
    from: /^components\//,
    to: /^lib\//,
    except: FOR_COMPONENTS,
    why: 'from lib/, components may import only schemas, contracts and edge/client',
  },
  {
    from: CLIENT_SAFE,
    to: /^(?!zod$|@hookform\/)/,
    except: CLIENT_SAFE,
    typesPass: true,
    why: 'browsers load this module: it may import only zod and other browser-safe modules',
  },
  { from: /^lib\//, to: /^(?:app|components|cli|server)(?:\/|$)/, why: 'lib/ is below the pages and the process' },
  { from: /^components\//, to: /^(?:app|cli|server)(?:\/|$)/, why: 'components are below the pages' },
  { from: /^/, to: /^(?:test|e2e|bench|scripts)\//, why: 'the product does not import its tests or scripts' },
  { from: /^/, to: /^next\/(?:legacy\/)?image$/, why: 'this project does not use the Next.js image optimizer' },
]

/**
 * Returns what is wrong with an import, or null.
 * @param {string} file the importing file, relative to the project root
 * @param {string} specifier
 * @param {boolean} isType whether the import is erased at run time
 * @returns {string | null}
 */
export function importProblem(file, specifier, isType) {
  if (specifier.startsWith('../')) return 'import from another folder with `@/`'
  if (TEST.test(file)) return null
  const from = withoutExtension(file)
  const to = withoutExtension(target(file, specifier))
  if (/^lib\/.*-store$/.test(to) && domainOf(to) !== domainOf(from)) {
    return "call the other domain's use case, not its store"
  }
  const broken = DIRECTIONS.find(
    (rule) => rule.from.test(from) && rule.to.test(to) && !rule.except?.test(to) && !(isType && rule.typesPass),
  )
  return broken?.why ?? floorProblem(from, to)
}

/** Returns the folder of a module's domain, however deep the module lies. @param {string} module */
function domainOf(module) {
  return /^lib\/domain\/(?:admin\/)?[^/]+/.exec(module)?.[0] ?? path.dirname(module)
}

/** @param {string} from @param {string} to modules without extension */
function floorProblem(from, to) {
  if (!from.startsWith('lib/') || !to.startsWith('lib/')) return null
  const [lower, upper] = [from, to].map((module) => FLOORS.indexOf(module.split('/')[1] ?? ''))
  if (lower === -1 || upper === -1) return `the floors of lib/ are ${FLOORS.join(', ')}`
  return Number(upper) > Number(lower) ? `lib/${FLOORS[Number(upper)]} is above lib/${FLOORS[Number(lower)]}` : null
}

/** @param {string} file @param {string} specifier */
function target(file, specifier) {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  return specifier.startsWith('./') ? path.posix.join(path.posix.dirname(file), specifier) : specifier
}

/** @param {string} file */
function withoutExtension(file) {
  return file.replace(/\.(?:ts|tsx|mts|mjs|js)$/, '')
}

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
  meta: { type: 'problem', schema: [], messages: { direction: "'{{specifier}}': {{why}}." } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    /** @param {any} node */
    const check = (node) => {
      const specifier = node.source?.value
      if (typeof specifier !== 'string') return
      const isType = (node.importKind ?? node.exportKind) === 'type'
      const why = importProblem(file, specifier, isType)
      if (why !== null) context.report({ node, messageId: 'direction', data: { specifier, why } })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}
