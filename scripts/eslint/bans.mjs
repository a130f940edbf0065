/** @typedef {{ selector: string, message: string }} Ban */

/** Banned in every file of the project. @type {readonly Ban[]} */
export const everywhere = [
  {
    selector: 'MemberExpression[property.name=/RawUnsafe$/], Identifier[name=/RawUnsafe$/]',
    message: 'SQL is written with the tagged $queryRaw and $executeRaw.',
  },
  {
    selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
    message: 'Prisma.raw puts text into SQL unescaped.',
  },
  {
    selector: 'ExpressionStatement > Literal[value=/^use (server|cache)/]',
    message: 'Server Actions and `use cache` are not used (docs/security.md).',
  },
  {
    selector: 'JSXIdentifier[name=/^dangerouslySetInnerHTML$/], Property[key.name=/^dangerouslySetInnerHTML$/]',
    message: 'Text is rendered as text.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Text is rendered as text.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^zod/] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
    message: "Write `import * as z from 'zod'`: the other forms put all of it into the browser's bundle.",
  },
  { selector: 'ExportAllDeclaration[exported=null]', message: 'No barrels: import from the file itself.' },
]

/** @type {readonly Ban[]} */
export const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings are read in lib/base/env.ts alone.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name=/^env$/]',
    message: 'Settings are read in lib/base/env.ts alone.',
  },
]

/** @type {readonly Ban[]} */
export const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'The time comes from now() of lib/base/clock.ts.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The time comes from now() of lib/base/clock.ts.',
  },
]

/** @type {readonly Ban[]} */
export const weakRandomness = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Math.random can be foretold: use lib/base/crypto/random.ts.',
  },
]

/** @type {readonly Ban[]} */
export const randomness = [
  {
    selector:
      'ImportDeclaration[source.value=/^(node:)?crypto$/] > ImportSpecifier[imported.name=/^(random|getRandom)/]',
    message: 'Randomness comes from lib/base/crypto/random.ts.',
  },
  {
    selector: 'MemberExpression[object.name=/^(crypto|webcrypto)$/][property.name=/^(random|getRandom)/]',
    message: 'Randomness comes from lib/base/crypto/random.ts.',
  },
]

/** @type {readonly Ban[]} */
export const partialTests = [
  {
    selector:
      "CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo|fixme|fails?|skipIf|runIf)$/], CallExpression[callee.object.object.name='test'][callee.property.name=/^(only|skip|fixme)$/]",
    message:
      'Every test runs. A test for one kind of database stands in a *.sqlite.test.ts or *.postgresql.test.ts file.',
  },
]

const MEASURE = 'Measure and limit time with startStopwatch() of test/support/stopwatch.ts (docs/adr/0053).'
const STOP_THE_CLOCK =
  'Compare instants exactly: stop the clock with stopClock() of test/support/stop-clock.ts (docs/adr/0053).'
const PATIENCE =
  'A limit that ends what hangs is 30 s or more: a machine may be several times slower than yours (docs/adr/0053).'

/** Banned in tests, except in files that measure: the same test runs on slow and busy machines. @type {readonly Ban[]} */
export const durations = [
  { selector: "MemberExpression[object.name='performance']", message: MEASURE },
  { selector: 'MemberExpression[property.name=/^(hrtime|cpuUsage)$/]', message: MEASURE },
  { selector: 'ImportDeclaration[source.value=/^(node:)?perf_hooks$/]', message: MEASURE },
  {
    selector:
      "BinaryExpression[operator='-'][right.type='Identifier'] > CallExpression.left[callee.object.name='Date'][callee.property.name='now']",
    message: MEASURE,
  },
  {
    selector: "CallExpression[callee.name='expect'] CallExpression[callee.property.name='elapsedSeconds']",
    message: MEASURE,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^toBe(Less|Greater)Than/][arguments.0.type="Literal"] CallExpression[callee.name=/^processor(TimeOf|Seconds)$/]',
    message: 'Compare processor time with that of other work in the same run: processors differ (docs/adr/0053).',
  },
  {
    selector:
      "BinaryExpression[operator='-'] > CallExpression.right[callee.object.name='Date'][callee.property.name='now']",
    message: STOP_THE_CLOCK,
  },
  {
    selector:
      "CallExpression[callee.property.name=/^toBe(Less|Greater|Close)/] MemberExpression[object.name='Date'][property.name='now']",
    message: STOP_THE_CLOCK,
  },
  { selector: "Property[key.name='timeout'] > Literal.value[value<30000]", message: PATIENCE },
  {
    selector: "CallExpression[callee.object.name='AbortSignal'][callee.property.name='timeout'] > Literal[value<30000]",
    message: PATIENCE,
  },
]
