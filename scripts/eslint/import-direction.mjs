import path from 'node:path'

const TEST = /^(?:test|e2e|bench)\/|\.(?:test|spec)\.tsx?$/

const DOMAINS = 'accounts|tokens|sessions|jwt|oauth|admin|mail|audit|usage|captcha|codes|email|invites|recovery'

/** The modules of lib/ that a browser may load: data about the API, and the way to call it. */
const CLIENT_SAFE =
  /^lib\/(?:.+\/(?:schema|contract|(?:verify|introspect)-schema)|schema\/.+|http\/(?:client|send|account-header|problem-error)|errors\/catalogue)$/
const FOR_COMPONENTS =
  /^lib\/(?:.+\/(?:schema|contract|(?:verify|introspect)-schema)|schema\/.+|http\/(?:client|send|problem-error))$/

/**
 * One direction of DESIGN: files that match `from` may not import what matches `to`.
 * Paths are relative to the project's folder and bear no extension.
 * @typedef {{ from: RegExp, to: RegExp, except?: RegExp, typesPass?: boolean, why: string }} Direction
 * @type {readonly Direction[]}
 */
const DIRECTIONS = [
  {
    from: /^(?!lib\/db\/)/,
    to: /^lib\/db\/generated\//,
    typesPass: true,
    why: 'the generated clients are for lib/db alone',
  },
  {
    from: /^(?!lib\/)/,
    to: /^lib\/db\/(?:client|transaction)$/,
    why: 'only stores and use cases reach the database',
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
    from: new RegExp(`^lib/(?:${DOMAINS})/`),
    to: /^(?:next|react|react-dom)(?:\/|$)|^lib\/http\/serve$/,
    why: 'a domain knows nothing of Next.js, React or how it is served',
  },
  {
    from: /^components\//,
    to: /^lib\//,
    except: FOR_COMPONENTS,
    why: 'components know of lib/ the schemas, the contracts and http/client',
  },
  {
    from: CLIENT_SAFE,
    to: /^(?!zod$|@hookform\/)/,
    except: CLIENT_SAFE,
    typesPass: true,
    why: 'this module is loaded by browsers: it may use zod and modules of the same sort',
  },
  { from: /^lib\//, to: /^(?:app|components|cli|server)(?:\/|$)/, why: 'lib/ is below the pages and the process' },
  { from: /^components\//, to: /^(?:app|cli|server)(?:\/|$)/, why: 'components are below the pages' },
  { from: /^/, to: /^(?:test|e2e|bench|scripts)\//, why: 'the product does not import its tests or scripts' },
  { from: /^/, to: /^next\/(?:legacy\/)?image$/, why: "Next's image optimizer is not used" },
]

/**
 * What is wrong with an import, or null.
 * @param {string} file the importing file, relative to the project's folder
 * @param {string} specifier
 * @param {boolean} isType whether the import vanishes at run time
 * @returns {string | null}
 */
export function importProblem(file, specifier, isType) {
  if (specifier.startsWith('../')) return 'import from another folder with `@/`'
  if (TEST.test(file)) return null
  const from = withoutExtension(file)
  const to = withoutExtension(target(file, specifier))
  if (/^lib\/.*-store$/.test(to) && path.dirname(to) !== path.dirname(from)) {
    return "call the other domain's use case, not its store"
  }
  const broken = DIRECTIONS.find(
    (rule) => rule.from.test(from) && rule.to.test(to) && !rule.except?.test(to) && !(isType && rule.typesPass),
  )
  return broken?.why ?? null
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
