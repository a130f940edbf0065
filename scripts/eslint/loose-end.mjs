const OPEN_END = /\b(?:TODO|FIXME|XXX)\b(?!.*#\d)/
const DISABLED = /eslint-disable(?!-next-line .+ -- \S)/
const MACHINE_PATH = /^(?:\/(?:root|home|tmp|work)|[A-Z]:\\)(?:[/\\]|$)/

/**
 * Forbids what does not belong in a release: open ends without an issue, rules that are switched off without a reason,
 * and paths that exist on one machine only.
 * @type {import('eslint').Rule.RuleModule}
 */
export const looseEnd = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      openEnd: 'Add the issue number, as in TODO(#12).',
      disabled: 'Write eslint-disable-next-line, the rule, and a reason after --.',
      machinePath: 'This path exists on only one machine.',
    },
  },
  create(context) {
    /** @param {import('eslint').Rule.Node} node @param {unknown} text */
    const checkText = (node, text) => {
      if (typeof text === 'string' && MACHINE_PATH.test(text)) context.report({ node, messageId: 'machinePath' })
    }
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const { loc, value } = comment
          if (!loc) continue
          if (OPEN_END.test(value)) context.report({ loc, messageId: 'openEnd' })
          // In front of the comment, or the comment would hide it.
          const { line } = loc.start
          if (DISABLED.test(value)) context.report({ loc: { line, column: -1 }, messageId: 'disabled' })
        }
      },
      Literal: (node) => checkText(node, node.value),
      TemplateElement: (node) => checkText(node, node.value.cooked),
    }
  },
}
