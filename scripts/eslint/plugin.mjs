import { docComment } from './doc-comment.mjs'
import { fileName } from './file-name.mjs'
import { importDirection } from './import-direction.mjs'
import { looseEnd } from './loose-end.mjs'
import { sharedClass } from './shared-class.mjs'

/** The project's own lint rules. @type {import('eslint').ESLint.Plugin} */
export const latchkey = {
  meta: { name: 'latchkey' },
  rules: {
    'doc-comment': docComment,
    'file-name': fileName,
    'import-direction': importDirection,
    'loose-end': looseEnd,
    'shared-class': sharedClass,
  },
}
