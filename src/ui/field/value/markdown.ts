/** Reads text with simple marks into blocks that a screen can draw without ever handling HTML. */

export type Inline =
  | { kind: 'text' | 'bold' | 'italic' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string }

export type Block =
  | { kind: 'paragraph' | 'quote'; lines: Inline[][] }
  | { kind: 'heading'; level: 1 | 2 | 3; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }

const HEADING = /^(#{1,3})\s+(.+)$/
const BULLET = /^\s*[-*•]\s+(.+)$/
const NUMBERED = /^\s*\d+[.)、]\s*(.+)$/
const QUOTE = /^>\s?(.*)$/

/** Paragraphs, headings, lists and quotes, in order. Anything else stays text. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  let isNew = true
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') isNew = true
    else {
      addLine(blocks, line, isNew)
      isNew = false
    }
  }
  return blocks
}

function addLine(blocks: Block[], line: string, isNew: boolean): void {
  const last = isNew ? undefined : blocks.at(-1)
  const heading = HEADING.exec(line)
  const item = BULLET.exec(line) ?? NUMBERED.exec(line)
  const quote = QUOTE.exec(line)
  if (heading) {
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3
    blocks.push({ kind: 'heading', level, inlines: readInline(heading[2] ?? '') })
  } else if (item) {
    addItem(blocks, last, readInline(item[1] ?? ''), !BULLET.test(line))
  } else {
    const kind = quote ? 'quote' : 'paragraph'
    const inlines = readInline(quote ? (quote[1] ?? '') : line)
    if (last?.kind === kind) last.lines.push(inlines)
    else blocks.push({ kind, lines: [inlines] })
  }
}

function addItem(blocks: Block[], last: Block | undefined, item: Inline[], ordered: boolean): void {
  if (last?.kind === 'list' && last.ordered === ordered) last.items.push(item)
  else blocks.push({ kind: 'list', ordered, items: [item] })
}

const MARKS = new RegExp(
  [
    /\*\*(?<bold>[^*]+)\*\*/u,
    /\*(?<italic>[^*\s][^*]*)\*/u,
    /`(?<code>[^`]+)`/u,
    /\[(?<label>[^\]]+)\]\((?<href>[^)\s]+)\)/u,
    /(?<bare>https?:\/\/[^\s<>()，。；、]+)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

/** Marks inside one line. Only web, mail and telephone links become links. */
export function readInline(text: string): Inline[] {
  const inlines: Inline[] = []
  let end = 0
  for (const match of text.matchAll(MARKS)) {
    if (match.index > end) inlines.push({ kind: 'text', text: text.slice(end, match.index) })
    inlines.push(marked(match[0], match.groups ?? {}))
    end = match.index + match[0].length
  }
  if (end < text.length) inlines.push({ kind: 'text', text: text.slice(end) })
  return inlines
}

function marked(whole: string, groups: Record<string, string | undefined>): Inline {
  const { bold, italic, code, label, href = groups['bare'] ?? '', bare } = groups
  if (bold) return { kind: 'bold', text: bold }
  if (italic) return { kind: 'italic', text: italic }
  if (code) return { kind: 'code', text: code }
  const isSafe = /^(https?:|mailto:|tel:)/i.test(href)
  return isSafe
    ? { kind: 'link', text: label ?? bare ?? href, href }
    : { kind: 'text', text: whole }
}
