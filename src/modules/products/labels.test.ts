/** Labels carry the code that scanners read, as many as wished, with or without the price. */
import { afterAll, expect, test } from 'vitest'
import { openCtx } from '#kernel/action/open-ctx.ts'
import { write } from '#kernel/action/write.ts'
import { labelsOf, type LabelSheet } from '#kernel/print/label-sheet.ts'
import { printLabels, stopPrinting } from '#kernel/print/print.ts'
import { readPdf } from '#kernel/print/testing/read-pdf.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Product, ProductUnit, Unit } from './index.ts'
import { packingUnitLabels, productLabels } from './label.print.ts'

const world = useWorld(modules)
afterAll(stopPrinting)

const usual = { copies: 24, paper: 'sheet', price: 'none' }

async function labels(
  layout: typeof productLabels,
  id: string,
  wish: object = {},
): Promise<LabelSheet> {
  const { house, program } = world()
  return write(house, program.caller, { dryRun: true }, async (unit) => {
    const voice = { locale: 'en', t: (english: string) => english } as const
    const sheet = await layout.labels?.(openCtx(unit), id, voice, { ...usual, ...wish })
    if (!sheet) throw new Error(`${layout.name} prints no labels`)
    return sheet
  })
}

async function printed(sheet: LabelSheet): Promise<string[]> {
  const { pages } = readPdf(await printLabels(sheet))
  return pages.map((runs) => runs.map(({ text }) => text).join(' '))
}

const kindOf = (sheet: LabelSheet) => labelsOf(sheet).labels[0]?.code.kind

const count = (text: string, part: string) => text.split(part).length - 1

test('twenty-four on a sheet, more on further sheets, with code, name and number', async () => {
  const draft = { code: 'LMP-1', name: 'Desk lamp', barcode: '4006381333931', price: '100' }
  const { id } = await world().program.create(Product, draft)
  const one = await printed(await labels(productLabels, id))
  expect(one.map((page) => count(page, 'LMP-1'))).toEqual([24])
  expect(count(one[0] ?? '', 'Desk lamp')).toBe(24)
  expect(one[0]).not.toContain('NT$')
  const two = await printed(await labels(productLabels, id, { copies: 30 }))
  expect(two.map((page) => count(page, 'LMP-1'))).toEqual([24, 6])
})

test('one after the other on a roll, with the price as wished', async () => {
  const draft = { code: 'LMP-2', name: 'Floor lamp', price: '100', taxPercent: '5' }
  const { id } = await world().program.create(Product, draft)
  const gross = await labels(productLabels, id, { copies: 3, paper: 'roll', price: 'with-tax' })
  const pages = await printed(gross)
  expect(pages).toHaveLength(3)
  for (const page of pages) expect(page).toContain('105.00')
  const [net] = await printed(await labels(productLabels, id, { price: 'without-tax' }))
  expect(net).toContain('100.00')
})

test('a packing unit has its own bar code, contents and price', async () => {
  const { program } = world()
  const piece = await program.create(Unit, { name: 'pc' })
  const box = await program.create(Unit, { name: 'box' })
  const draft = { code: 'LMP-3', name: 'Night lamp', price: '10', unit: piece.id }
  const product = await program.create(Product, draft)
  const packing = { product: product.id, unit: box.id, factor: '12', barcode: '14006381333938' }
  const { id } = await program.create(ProductUnit, packing)
  const sheet = await labels(packingUnitLabels, id, { copies: 1, price: 'without-tax' })
  expect(kindOf(sheet)).toBe('code128')
  const [page] = await printed(sheet)
  expect(page).toContain('14006381333938')
  expect(page).toContain('120.00')
  expect(page?.replaceAll(' ', '')).toContain('box×12')
})

test('what is an EAN-13 is one; what bars cannot write is a square', async () => {
  const sheet = (code: string) => ({
    title: 'Labels',
    number: '1',
    paper: 'roll' as const,
    locale: 'en' as const,
    labels: [{ code, name: 'Lamp', number: '1', copies: 1 }],
  })
  expect(kindOf(sheet('4006381333931'))).toBe('ean13')
  expect(kindOf(sheet('4006381333932'))).toBe('code128')
  expect(kindOf(sheet('燈-1'))).toBe('qrcode')
  expect(kindOf(sheet('A'.repeat(30)))).toBe('qrcode')
  await refuses(
    Promise.resolve().then(() => kindOf(sheet(''))),
    'code.invalid',
  )
  expect(await printed(sheet('燈-1'))).toHaveLength(1)
})
