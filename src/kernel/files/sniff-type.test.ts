/** What a file is stands in its bytes, and what it may do in a browser follows from that. */
import { deflateSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { dispositionOf, servingOf } from './serving.ts'
import { sniffType } from './sniff-type.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const bytes = (text: string) => Buffer.from(text)
const opaque = 'application/octet-stream'

test.each([
  ['picture.html', png, 'image/png'],
  ['innocent.png', bytes('<!DOCTYPE html><script>alert(1)</script>'), 'text/html'],
  ['innocent.txt', bytes('  <!-- x -->\n<ScRiPt>alert(1)</script>'), 'text/html'],
  ['logo.png', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'image/svg+xml'],
  ['logo.svg', bytes('\ufeff<?xml version="1.0"?><!DOCTYPE svg><svg/>'), 'image/svg+xml'],
  [
    'page.xml',
    bytes('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'),
    'application/xhtml+xml',
  ],
  ['feed.xml', bytes('<?xml version="1.0"?><rss/>'), 'application/xml'],
  ['odd.dat', bytes('<marquee>'), 'text/html'],
  [
    'wide.txt',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html>', 'utf16le')]),
    'text/html',
  ],
  ['customers.csv', bytes('名稱,電話\n鼎盛,02-2700'), 'text/csv'],
  ['gb.csv', iconv.encode('名称,电话\n鼎盛,02', 'gb18030'), 'text/csv'],
  ['gb.bin', iconv.encode('名称,电话\n鼎盛,02', 'gb18030'), opaque],
  ['note', bytes('a < b, and <b> later'), 'text/plain'],
  ['paper.txt', bytes('%PDF-1.7\n%\u00e2\u00e3'), 'application/pdf'],
  ['fake.pdf', bytes('not a pdf'), 'text/plain'],
  ['noise.png', deflateSync(bytes('noise')), opaque],
  ['empty.txt', Buffer.alloc(0), 'text/plain'],
])('%s is told by its content', async (name, head, type) => {
  expect(await sniffType(head, name)).toBe(type)
})

test.each([
  ['image/png', 'inline', 'image/png'],
  ['application/pdf', 'inline', 'application/pdf'],
  ['image/svg+xml', 'attachment', opaque],
  ['text/html', 'attachment', opaque],
  ['application/xhtml+xml', 'attachment', opaque],
  ['application/xml', 'attachment', opaque],
  ['text/javascript', 'attachment', opaque],
  ['text/csv', 'attachment', 'text/csv'],
  ['image/tiff', 'attachment', 'image/tiff'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'attachment', undefined],
])('%s is served as %s', (type, kind, served) => {
  const serving = servingOf(type, 'x')
  expect(serving.disposition.split(';')[0]).toBe(kind)
  expect(serving.type).toBe(served ?? type)
  expect(serving.policy).toContain(type === 'application/pdf' ? 'frame-ancestors' : 'sandbox')
})

test('a name in any script travels, and breaks no header', () => {
  expect(dispositionOf('attachment', '報價單 (1).pdf')).toBe(
    `attachment; filename="___ (1).pdf"; filename*=UTF-8''%E5%A0%B1%E5%83%B9%E5%96%AE%20%281%29.pdf`,
  )
  const hostile = dispositionOf('inline', 'a"; x=\r\nSet-Cookie: a\\b\u2028𠮷\ud800.txt')
  expect(hostile).toBe(
    `inline; filename="a__ x=Set-Cookie: a_b__.txt"; filename*=UTF-8''a%22%3B%20x%3DSet-Cookie%3A%20a%5Cb%F0%A0%AE%B7%EF%BF%BD.txt`,
  )
})
