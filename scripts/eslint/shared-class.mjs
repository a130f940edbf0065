/** Built-in classes, which exist once per process, however many bundles there are. */
const BUILT_IN = new Set([
  'Array',
  'Date',
  'Error',
  'Map',
  'Promise',
  'RegExp',
  'Set',
  'TypeError',
  'URL',
  'Uint8Array',
])

/**
 * Forbids `instanceof` with our own classes and those of packages. The server bundle and Next's routes each load their
 * own copy of a module, so `instanceof` is false for an object that the other one created.
 * @type {import('eslint').Rule.RuleModule}
 */
export const sharedClass = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      property:
        'The object may come from another bundle, which has its own copy of this class. Check a property instead, as isAppError does.',
    },
  },
  create: (context) => ({
    BinaryExpression(node) {
      const { operator, right } = node
      if (operator !== 'instanceof' || (right.type === 'Identifier' && BUILT_IN.has(right.name))) return
      context.report({ node, messageId: 'property' })
    },
  }),
}
