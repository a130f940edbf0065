// Scripts in everyday use (UAX 31, table 5). Han combines with the kana of Japanese, with Hangul and with Bopomofo;
// each combination counts as one script (UTS 39 section 5.1).
const SCRIPTS = [
  /^[\p{scx=Latn}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Cyrl}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Grek}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Arab}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Armn}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Beng}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Deva}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Ethi}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Geor}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Gujr}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Guru}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Hebr}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Knda}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Khmr}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Laoo}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Mlym}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Mymr}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Orya}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Sinh}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Taml}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Telu}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Thaa}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Thai}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Tibt}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Hani}\p{scx=Hang}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
  /^[\p{scx=Hani}\p{scx=Bopo}\p{scx=Zyyy}\p{scx=Zinh}]*$/u,
]

/**
 * Whether all letters belong to one script in everyday use (UTS 39 section 5.1). Digits, punctuation and emoji go
 * with every script. Checks the NFKC form of the text.
 */
export function isSingleScript(text: string): boolean {
  const plain = text.normalize('NFKC')
  return SCRIPTS.some((script) => script.test(plain))
}
