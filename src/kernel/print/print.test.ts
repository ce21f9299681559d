/** Forms come out of the press complete, literal and well set on paper. */
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { PrintForm } from './form.ts'
import { printForm, printPreview, stopPrinting } from './print.ts'
import { readPdf, type PdfRun } from './testing/read-pdf.ts'
import { bareForm, sampleForm } from './testing/sample-form.ts'

afterAll(stopPrinting)

/** Where a line breaks and a font changes is the typesetter's affair. */
const dense = (text: string) => text.replaceAll(/\s+/g, '')

async function printed(form: PrintForm) {
  const pdf = await printForm(form)
  const { pages, fonts } = readPdf(pdf)
  const texts = pages.map((runs) => dense(runs.map(({ text }) => text).join('')))
  return { pdf, fonts, pages: texts, runs: pages.flat(), last: pages.at(-1) ?? [] }
}

const bottomOf = (runs: PdfRun[], words: string) =>
  runs.find(({ text }) => text.includes(words))?.bottom ?? Number.NaN

const count = (text: string, part: string) => text.split(dense(part)).length - 1

describe('a form of one page', () => {
  test('prints every word of it, once', async () => {
    const form = sampleForm(3)
    const { pages } = await printed(form)
    expect(pages).toHaveLength(1)
    const words = [form.title, form.number, form.company.name, ...form.company.lines]
    words.push(form.partner.heading, ...form.partner.lines, form.inWords ?? '')
    words.push(...form.facts.flatMap(({ label, value }) => [label + value]))
    words.push(...form.columns.map(({ label }) => label), ...(form.signatures ?? []))
    words.push(...form.rows.map((row) => Object.values(row).join('')))
    words.push(...form.totals.map(({ label, value }) => label + value))
    words.push(form.notes ?? '', form.footer ?? '', '第1頁，共1頁')
    expect(words.filter((word) => !pages[0]?.includes(dense(word)))).toEqual([])
    expect(count(pages[0] ?? '', form.number)).toBe(1)
  })

  test('embeds small subsets of our two typefaces and nothing of the machine', async () => {
    const { pdf, fonts } = await printed(sampleForm(3))
    expect(fonts).toEqual(['Inter-Bold', 'Inter-Regular', 'NotoSansSC-Bold', 'NotoSansSC-Regular'])
    expect(pdf.length).toBeLessThan(400_000)
  })

  test('comes out in the same bytes each time', async () => {
    const first = await printForm(sampleForm(2))
    await printForm(sampleForm(5))
    const again = Buffer.from(await printForm(sampleForm(2)))
    expect(again.equals(first)).toBe(true)
    expect(again.toString('latin1')).not.toContain('CreationDate')
  })

  test('needs neither lines nor columns nor anything optional', async () => {
    const { pages } = await printed(sampleForm(0))
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('總計24,629.00')
    expect((await printed(sampleForm(0, { columns: [] }))).pages[0]).toContain('總計24,629.00')
    const partner = { heading: '', lines: [] }
    const bare = await printed({ ...bareForm(1), partner, facts: [], totals: [] })
    expect(bare.pages[0]).toContain('1M-2041')
  })

  test.each([
    ['zh-Hans', '送货单', '请当面点清数量'],
    ['en', 'Goods sent', '“Goods remain ours” – see § 4…'],
    ['en', 'Łódź Příliš Ağrı', 'Nguyễn Thị Thảo, Москва, Ελλάδα'],
  ] as const)('prints %s: %s', async (locale, title, notes) => {
    const { pages, fonts } = await printed(sampleForm(1, { locale, title, notes }))
    expect(pages[0]).toContain(dense(title))
    expect(pages[0]).toContain(dense(notes))
    expect(fonts.filter((font) => !/^(Inter|NotoSansSC)-/.test(font))).toEqual([])
  })

  test('shows a sign that no font has without losing its neighbours', async () => {
    const rows = [{ name: '前\u{e123}後', code: '王\u{10fffd}' }]
    expect((await printed(sampleForm(0, { rows }))).pages[0]).toMatch(/王.+前.+後/)
  })
})

describe('a form of several pages', () => {
  test('repeats the head of the table and numbers its pages', async () => {
    const { pages, pdf } = await printed(sampleForm(60))
    expect(pages).toHaveLength(3)
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('序料號品名規格金額')
      expect(page).toContain(`第${at + 1}頁，共3頁`)
      expect(page).toContain('QT-202611-0042')
      expect(page).toContain('感謝您的惠顧')
    }
    expect(pdf.length).toBeLessThan(400_000)
  })

  test('carries its mark behind the words of every page, and none where it has none', async () => {
    const { pages, runs } = await printed(sampleForm(60, { mark: '草稿' }))
    expect(pages.map((page) => count(page, '草稿'))).toEqual([1, 1, 1])
    expect(runs.findIndex(({ text }) => text.includes('草稿'))).toBe(0)
    const english = await printed(sampleForm(1, { mark: 'Cancelled', locale: 'en' }))
    expect(english.pages[0]).toContain('CANCELLED')
    expect((await printed(sampleForm(1))).pages[0]).not.toContain('草稿')
  })

  test('prints each line once, in order', async () => {
    const { pages } = await printed(sampleForm(60))
    const codes = [...pages.join('').matchAll(/M-(\d{4})/g)].map(([, code]) => Number(code))
    expect(codes).toEqual(Array.from({ length: 60 }, (_, at) => 2041 + at))
  })

  test('never leaves the sums or the signatures alone on a page', async () => {
    let turned = 0
    for (let lines = 14; lines <= 30; lines += 1) {
      const { pages, last } = await printed(sampleForm(lines))
      if (pages.length > 1) turned += 1
      const ending = /M-\d{4}.*M-\d{4}.*總計24,629\.00.*客戶確認/
      expect.soft(pages.at(-1), `${lines} lines`).toMatch(ending)
      const distance = bottomOf(last, '逾期請') - bottomOf(last, '客戶確認')
      expect.soft(distance, `${lines} lines`).toBeGreaterThan(20)
    }
    expect(turned).toBeGreaterThan(3)
  })

  test('lets long terms flow and keeps the signatures with their end', async () => {
    for (let terms = 60; terms <= 100; terms += 2) {
      const notes = Array.from({ length: terms }, (_, at) => `第${at + 1}條　同意。`).join('\n')
      const { pages, last } = await printed(sampleForm(5, { notes }))
      expect(pages.length).toBeGreaterThan(1)
      const distance = bottomOf(last, `${terms}`) - bottomOf(last, '客戶確認')
      expect.soft(distance, `${terms} terms`).toBeGreaterThan(20)
    }
  })
})

describe('whatever people type', () => {
  const hostile =
    '#panic("x") *bold* _it_ $x^2$ @ref <label> `raw` \\ #image("/etc/passwd") = a // b /* c */ -- ~'

  test('is printed literally in every place', async () => {
    const { pages } = await printed({
      ...sampleForm(0),
      title: hostile,
      number: hostile,
      company: { name: hostile, lines: [hostile] },
      partner: { heading: hostile, lines: [hostile, hostile] },
      facts: [{ label: hostile, value: hostile }],
      columns: [{ key: 'name', label: hostile }],
      rows: [{ name: `${hostile}\n${hostile}` }],
      totals: [{ label: hostile, value: hostile, strong: true }],
      inWords: hostile,
      notes: hostile,
      signatures: [hostile],
      footer: hostile,
      labels: { page: hostile },
    })
    expect(count(pages[0] ?? '', hostile)).toBe(19)
  })

  test('wraps when it is 300 characters long, with or without spaces', async () => {
    const names = ['長'.repeat(300), 'W'.repeat(300), 'Option '.repeat(43).slice(0, 300)]
    const rows = names.map((name) => ({ line: '1', name }))
    const { pages, runs } = await printed(
      sampleForm(0, { rows, partner: { heading: '', lines: names } }),
    )
    for (const name of names) expect(count(pages.join(''), name)).toBe(2)
    const paper = { left: 51, right: 595 - 51 }
    expect(runs.filter(({ left }) => left < paper.left || left > paper.right)).toEqual([])
    expect(Math.max(...runs.map(({ text }) => text.length))).toBeLessThan(100)
  })

  test('flows over pages when one cell is longer than a page', async () => {
    const rows = [
      { line: '1', name: '長'.repeat(9000) },
      { line: '2', name: '短' },
    ]
    const { pages, runs } = await printed(sampleForm(0, { rows }))
    expect(pages.length).toBeGreaterThan(2)
    expect(count(pages.join(''), '長')).toBe(9000)
    expect(Math.min(...runs.map(({ bottom }) => bottom))).toBeGreaterThan(25)
  })

  test('fits beside its neighbours in sixteen columns', async () => {
    const columns = Array.from({ length: 16 }, (_, at) => ({ key: `k${at}`, label: `欄${at}` }))
    const rows = [Object.fromEntries(columns.map(({ key }, at) => [key, `1,234,567.${at + 10}`]))]
    const { pages } = await printed(sampleForm(0, { columns, rows }))
    for (const { key } of columns) expect(pages[0]).toContain(rows[0]?.[key])
  })
})

describe('a logo', () => {
  const chunk = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), content])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(content.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  /** One grey pixel. */
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  const withLogo = (logo: Uint8Array) =>
    sampleForm(1, { company: { name: '商脈', lines: [], logo } })

  test('is printed, and only on its own form', async () => {
    const image = /\/Subtype \/Image/
    expect(Buffer.from(await printForm(withLogo(png))).toString('latin1')).toMatch(image)
    expect(Buffer.from(await printForm(sampleForm(1))).toString('latin1')).not.toMatch(image)
  })

  test.each([
    ['no picture at all', Buffer.from('not a picture')],
    ['half a picture', png.subarray(0, 40)],
    [
      'a drawing that reaches for other files',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="form.typ"/></svg>',
      ),
    ],
  ])('that is %s is refused by name', async (_, logo) => {
    await expect(printForm(withLogo(logo))).rejects.toMatchObject({
      rule: 'print.logo-unreadable',
      field: 'company.logo',
    })
  })
})

describe('the preview', () => {
  test('is one drawing per page, each with exactly the glyphs that it shows', async () => {
    const pages = await printPreview(sampleForm(60))
    expect(pages).toHaveLength(3)
    for (const page of pages) {
      const defined = [...page.matchAll(/<(?:symbol|clipPath) id="(\w+)"/g)].map(([, id]) => id)
      const used = [...page.matchAll(/(?:href="|url\()#(\w+)/g)].map(([, id]) => id)
      expect(new Set(used)).toEqual(new Set(defined))
      expect(page.match(/<svg /g)).toHaveLength(1)
    }
    expect(new Set(pages).size).toBe(3)
  })

  test('refuses what the printer refuses', async () => {
    await expect(printPreview(sampleForm(1, { qr: 'x'.repeat(3000) }))).rejects.toMatchObject({
      rule: 'code.invalid',
    })
  })
})

test('after the press was stopped the next form starts it again', async () => {
  await stopPrinting()
  expect((await printed(sampleForm(1))).pages[0]).toContain('報價單')
})
