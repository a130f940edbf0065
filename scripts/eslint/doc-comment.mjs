/** @type {import('eslint').Rule.RuleModule} */
export const docComment = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Document every export of lib/ with a /** comment */ that says what it promises.' },
  },
  create(context) {
    /** @param {import('eslint').Rule.Node} node */
    const check = (node) => {
      const before = context.sourceCode.getCommentsBefore(node).at(-1)
      const isDoc = before?.type === 'Block' && before.value.startsWith('*')
      if (!isDoc) context.report({ node, messageId: 'missing' })
    }
    return {
      'ExportNamedDeclaration[declaration.type=/^(FunctionDeclaration|ClassDeclaration|VariableDeclaration)$/]': check,
      'ExportDefaultDeclaration[declaration.type=/Declaration$/]': check,
    }
  },
}
