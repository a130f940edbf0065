import path from 'node:path'

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/
const SAYS_NOTHING = /(?:^|-)(?:utils?|helpers?|misc|common|constants|types|service|manager)$|^index$/

/**
 * Returns what is wrong with a file's name, or null.
 * @param {string} name including its extension
 * @returns {string | null}
 */
export function fileNameProblem(name) {
  if (!KEBAB_CASE.test(name)) return 'file names are kebab-case'
  const stem = name.slice(0, name.indexOf('.'))
  return SAYS_NOTHING.test(stem) ? `'${stem}' does not say what the file contains` : null
}

/** @type {import('eslint').Rule.RuleModule} */
export const fileName = {
  meta: { type: 'suggestion', schema: [], messages: { name: 'Rename the file: {{why}}.' } },
  create: (context) => ({
    Program(node) {
      const why = fileNameProblem(path.basename(context.filename))
      if (why !== null) context.report({ node, messageId: 'name', data: { why } })
    },
  }),
}
