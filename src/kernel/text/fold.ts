/** One form for texts that people hold to be the same: width, case and spaces are levelled. */

/** NFKC, lower case, trimmed, runs of white space as one space. ` ＡＢＣ  公司` is `abc 公司`. */
export function fold(text: string): string {
  const wide = PLAIN.test(text) ? text : text.normalize('NFKC')
  return wide.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

const PLAIN = /^[ -~]*$/
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** Latin letters without their marks, for search: `königlich` is `koniglich`. Give lower case. */
export function withoutMarks(text: string): string {
  if (PLAIN.test(text)) return text
  const bare = text.normalize('NFD').replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
  return bare.normalize('NFC').replaceAll(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
}
