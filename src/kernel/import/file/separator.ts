/** Finds out which character stands between the cells of a text file. */

export const separators = [',', '\t', ';', '|'] as const
export type Separator = (typeof separators)[number]

const linesLookedAt = 100

interface Fit {
  separator: Separator
  /** Share of lines that have exactly the most usual number of separators. */
  share: number
  perLine: number
}

/** Excel's own first line `sep=;` names the separator. */
export function namedSeparator(text: string): Separator | undefined {
  const named = /^sep=([,;|\t])\r?\n/iu.exec(text)?.[1]
  return separators.find((separator) => separator === named)
}

/**
 * Guesses the separator from the first lines: the one that stands equally often in most of them,
 * quoted text left aside. A text without any is taken as comma separated (one column).
 */
export function guessSeparator(text: string): Separator {
  const named = namedSeparator(text)
  if (named) return named
  const lines = unquotedLines(text)
  const fits = separators.map((separator) => fit(lines, separator))
  const best = fits.reduce((a, b) => (isBetter(b, a) ? b : a))
  return best.perLine === 0 ? ',' : best.separator
}

/** The first lines with everything between quotes left out. */
function unquotedLines(text: string): string[] {
  const unquoted = text.replaceAll(/"(?:[^"]|"")*"/gu, '""')
  // A quote that is never closed eats the rest: then quotes are just characters.
  const source = unquoted.length * 20 < text.length ? text : unquoted
  return source
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLookedAt)
}

function fit(lines: string[], separator: Separator): Fit {
  const tally = new Map<number, number>()
  for (const line of lines) {
    const count = line.split(separator).length - 1
    if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  }
  const [perLine, times] = [...tally].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])
  return { separator, perLine, share: lines.length === 0 ? 0 : times / lines.length }
}

function isBetter(a: Fit, b: Fit): boolean {
  if (Math.abs(a.share - b.share) > 0.05) return a.share > b.share
  return a.perLine > b.perLine
}
