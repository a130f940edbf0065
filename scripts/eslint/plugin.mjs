import { docComment } from './doc-comment.mjs'
import { fileName } from './file-name.mjs'
import { importDirection } from './import-direction.mjs'
import { sharedClass } from './shared-class.mjs'

/** The project's own lint rules. @type {import('eslint').ESLint.Plugin} */
export const latchkey = {
  meta: { name: 'latchkey' },
  rules: {
    'doc-comment': docComment,
    'file-name': fileName,
    'import-direction': importDirection,
    'shared-class': sharedClass,
  },
}
