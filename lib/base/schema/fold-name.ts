/**
 * The key under which a name is unique: NFKC, full case folding, and trimmed, so that “ADMIN”,
 * “admin ” and “ａdmin” are one name, and so are “Straẞe”, “Straße” and “STRASSE”, or “ΣΑΣ” and “σας”.
 */
export function foldName(name: string): string {
  return Array.from(name.normalize('NFKC').trim(), foldCharacter).join('').normalize('NFKC')
}

/**
 * Lower-casing first gives ẞ its pair of capitals, upper-casing folds what has no single lower case.
 * A character by itself: within a word a sigma at the end would become another letter.
 */
function foldCharacter(character: string): string {
  return character.toLowerCase().toUpperCase().toLowerCase()
}
