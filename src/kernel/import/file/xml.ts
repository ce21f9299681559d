/** Reads the tags and texts of an XML part of a workbook while it streams in. */
import { fail } from '#kernel/base/fail.ts'

export interface XmlEvents {
  /** A tag opens; `attributes` is the raw text after its name. Names are without prefix. */
  open(name: string, attributes: string): void
  /** Text between tags, entities resolved; a long text comes in several pieces. */
  text(text: string): void
  close(name: string): void
}

/** A tag longer than this is no tag of a workbook. */
const longestTag = 1_000_000
const longestEntity = 12

/**
 * Calls the events for every stretch of bytes and then gives the word back, so that nothing piles
 * up when the reader of the rows is slow.
 * @throws {Refusal} `import.damaged-file` for an endless tag
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  events: XmlEvents,
): AsyncGenerator<undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of bytes) {
    rest = consume(rest + decoder.decode(chunk, { stream: true }), events)
    if (rest.length > longestTag) fail('import.damaged-file', { part: 'xml' })
    yield undefined
  }
}

/** The value of an attribute in the raw text of a tag; `id` also finds `r:id`. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(`${name}=`)
  while (at > 0 && !isBeforeName(attributes.charCodeAt(at - 1))) {
    at = attributes.indexOf(`${name}=`, at + 1)
  }
  if (at < 0) return undefined
  const start = at + name.length + 1
  const end = attributes.indexOf(attributes.charAt(start), start + 1)
  return end < 0 ? undefined : withoutEntities(attributes.slice(start + 1, end))
}

function isBeforeName(code: number): boolean {
  return code <= 0x20 || code === 0x3a
}

/** Handles all complete tags and texts; gives back what is still open. */
function consume(xml: string, events: XmlEvents): string {
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return openText(xml, at, events)
    if (start > at) events.text(withoutEntities(xml.slice(at, start)))
    const end = endOfTag(xml, start)
    if (end < 0) return xml.slice(start)
    tag(xml.slice(start + 1, end), events)
    at = end + 1
  }
}

/** Text whose end has not come yet: all but what may be the beginning of an entity. */
function openText(xml: string, at: number, events: XmlEvents): string {
  const ampersand = xml.lastIndexOf('&')
  const open = ampersand >= at && xml.length - ampersand < longestEntity
  const end = open && !xml.includes(';', ampersand) ? ampersand : xml.length
  if (end > at) events.text(withoutEntities(xml.slice(at, end)))
  return xml.slice(end)
}

/** A tag up to its `>`; a quoted value may have others inside. */
const wholeTag = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/uy

function endOfTag(xml: string, start: number): number {
  if (xml.startsWith('<!--', start)) return after(xml.indexOf('-->', start + 4), 2)
  if (xml.startsWith('<![CDATA[', start)) return after(xml.indexOf(']]>', start + 9), 2)
  wholeTag.lastIndex = start
  return wholeTag.test(xml) ? wholeTag.lastIndex - 1 : -1
}

function after(at: number, length: number): number {
  return at < 0 ? -1 : at + length
}

function tag(content: string, events: XmlEvents): void {
  if (content.startsWith('![CDATA[')) return events.text(content.slice(8, -2))
  const first = content.charCodeAt(0)
  if (first === 0x21 || first === 0x3f) return
  if (first === 0x2f) return events.close(localName(content.slice(1).trimEnd()))
  const isEmpty = content.endsWith('/')
  const nameEnd = endOfName(content)
  const name = localName(content.slice(0, nameEnd))
  events.open(name, content.slice(nameEnd, isEmpty ? -1 : undefined))
  if (isEmpty) events.close(name)
}

function endOfName(content: string): number {
  for (let at = 0; at < content.length; at += 1) {
    const code = content.charCodeAt(at)
    if (code <= 0x20 || code === 0x2f) return at
  }
  return content.length
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x?)?([0-9a-z]{1,8});/giu, (whole, number: string, name: string) => {
    if (number === undefined) return named[name] ?? whole
    const code = Number.parseInt(name, number.length === 2 ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}
