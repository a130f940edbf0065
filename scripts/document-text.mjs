// Extracts the text that the documentation checks look at.

/** Returns the text without its code blocks. @param {string} text */
export function prose(text) {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '')
}

/** Returns the texts in backticks outside code blocks. @param {string} text @returns {string[]} */
export function inlineCode(text) {
  return [...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}

/**
 * Whether the project has a file or folder with this path; `*`, `**` and `<word>` match anything.
 * @param {ReadonlySet<string>} files
 * @param {string} place
 */
export function isThere(files, place) {
  if (!/[*<]/.test(place)) return files.has(place)
  const pattern = place.split(/(\*\*|\*|<[\w-]+>)/).map((part, index) => {
    if (index % 2 === 0) return part.replaceAll(/[.()[\]]/g, String.raw`\$&`)
    return part === '**' ? '.*' : '[^/]*'
  })
  const expression = new RegExp(`^${pattern.join('')}$`)
  return [...files].some((one) => expression.test(one))
}
