/**
 * Returns the key under which a name is unique: NFKC, full case folding, and trimmed. So “ADMIN”, “admin ” and
 * “ａdmin” are one name, and so are “Straẞe”, “Straße” and “STRASSE”, or “ΣΑΣ” and “σας”.
 */
export function foldName(name: string): string {
  return Array.from(name.normalize('NFKC').trim(), foldCharacter).join('').normalize('NFKC')
}

/**
 * Lowercases first, so that ẞ then becomes two capitals; uppercasing folds characters without a single lower-case
 * form. Folds each character alone: at the end of a word, a sigma would become another letter.
 */
function foldCharacter(character: string): string {
  return character.toLowerCase().toUpperCase().toLowerCase()
}
