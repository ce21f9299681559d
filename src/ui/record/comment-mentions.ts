/** Whom a comment names: the @ that is being typed, the name put in its place, who stays named. */

export interface Mention {
  id: string
  name: string
}

/** What is typed behind an @, and where it stands. */
export interface Typed {
  query: string
  from: number
  to: number
}

// Behind a Latin letter an @ belongs to a mail address; Chinese stands without blanks.
const sign = /(?<![\w.+-])[@＠]([^\s@＠]{0,30})$/u

/** The @ before the cursor, if a name is being typed there. */
export function typedMention(text: string, cursor: number): Typed | null {
  const match = sign.exec(text.slice(0, cursor))
  return match ? { query: match[1] ?? '', from: match.index, to: cursor } : null
}

/** The text with the name in place of what was typed, and where the cursor stands then. */
export function withMention(
  text: string,
  { from, to }: Typed,
  name: string,
): { text: string; cursor: number } {
  const put = `@${name} `
  const rest = text.slice(to).replace(/^ /u, '')
  return { text: `${text.slice(0, from)}${put}${rest}`, cursor: from + put.length }
}

/** Those of the chosen whom the text still names. */
export function mentionedIn(text: string, chosen: readonly Mention[]): Mention[] {
  const known = new Map(chosen.map((one) => [one.id, one]))
  return [...known.values()].filter(({ name }) => text.includes(`@${name}`))
}

/** The text with the names in bold; longer names first, so that one within another stays whole. */
export function withBoldNames(text: string, names: readonly string[]): string {
  const known = names.filter(Boolean).toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return text
  const any = known
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`))
    .join('|')
  return text.replaceAll(new RegExp(`@(?:${any})`, 'gu'), (name) => `**${name}**`)
}
