/** @typedef {{ selector: string, message: string }} Ban */

/** Banned in every file of the project. @type {readonly Ban[]} */
export const everywhere = [
  {
    selector: 'MemberExpression[property.name=/RawUnsafe$/], Identifier[name=/RawUnsafe$/]',
    message: 'Write SQL with the tagged $queryRaw and $executeRaw.',
  },
  {
    selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
    message: 'Prisma.raw puts text into SQL unescaped.',
  },
  {
    selector: 'ExpressionStatement > Literal[value=/^use (server|cache)/]',
    message: 'This project does not use Server Actions or `use cache` (docs/security.md).',
  },
  {
    selector: 'JSXIdentifier[name=/^dangerouslySetInnerHTML$/], Property[key.name=/^dangerouslySetInnerHTML$/]',
    message: 'Render text as text, not as HTML.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Render text as text, not as HTML.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^zod/] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
    message: "Write `import * as z from 'zod'`: the other forms add all of zod to the browser bundle.",
  },
  {
    selector: 'ExportAllDeclaration[exported=null]',
    message: 'Do not re-export everything: import from the file itself.',
  },
]

/** @type {readonly Ban[]} */
export const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Read settings only in lib/base/env.ts.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name=/^env$/]',
    message: 'Read settings only in lib/base/env.ts.',
  },
]

/** @type {readonly Ban[]} */
export const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'Get the time from now() in lib/base/clock.ts.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Get the time from now() in lib/base/clock.ts.',
  },
]

/** @type {readonly Ban[]} */
export const weakRandomness = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Math.random is predictable: use lib/base/crypto/random.ts.',
  },
]

/** @type {readonly Ban[]} */
export const randomness = [
  {
    selector:
      'ImportDeclaration[source.value=/^(node:)?crypto$/] > ImportSpecifier[imported.name=/^(random|getRandom)/]',
    message: 'Get randomness from lib/base/crypto/random.ts.',
  },
  {
    selector: 'MemberExpression[object.name=/^(crypto|webcrypto)$/][property.name=/^(random|getRandom)/]',
    message: 'Get randomness from lib/base/crypto/random.ts.',
  },
]

/** @type {readonly Ban[]} */
export const partialTests = [
  {
    selector:
      "CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo|fixme|fails?|skipIf|runIf)$/], CallExpression[callee.object.object.name='test'][callee.property.name=/^(only|skip|fixme)$/]",
    message:
      'Every test must run. Put a test for one kind of database in a *.sqlite.test.ts or *.postgresql.test.ts file.',
  },
]

const MEASURE = 'Measure and limit time with startStopwatch() from test/support/stopwatch.ts (docs/adr/0053).'
const STOP_THE_CLOCK =
  'Compare times exactly: stop the clock with stopClock() from test/support/stop-clock.ts (docs/adr/0053).'
const PATIENCE =
  'Set time limits to 30 s or more: other machines may be several times slower than yours (docs/adr/0053).'

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
    message: 'Compare processor time with other work in the same run, because processors differ (docs/adr/0053).',
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
