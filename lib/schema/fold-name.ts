/**
 * The key under which a name is unique: NFKC, case-folded and trimmed, so that «ADMIN»,
 * «admin » and «ａdmin» are one name. Upper-casing first folds what has no single lower case.
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toUpperCase().toLowerCase().normalize('NFKC')
}
