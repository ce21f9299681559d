/** Sets a filled drawing in type: every text as it stands, nothing in it is ever evaluated. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font, Plugin, Schema, Template } from '@pdfme/common'
import { generate } from '@pdfme/generator'
import { barcodes, ellipse, image, line, rectangle, table, text as words } from '@pdfme/schemas'
import { fail } from '../../base/fail.ts'
import type { FilledElement } from './fill.ts'
import type { DrawnSheet } from './press.ts'

const plugins = mapped({
  text: words,
  table,
  image,
  line,
  rectangle,
  ellipse,
  code128: barcodes.code128,
  qrcode: barcodes.qrcode,
  ean13: barcodes.ean13,
})

/** What stands beside a head that comes on every page, and is no part of it, comes on the first. */
function mapped(all: Record<string, Plugin>): Record<string, Plugin> {
  const onFirst = (plugin: Plugin): Plugin => ({
    ...plugin,
    pdf: (sheet) => {
      const isPast = sheet.schema['firstOnly'] === true && sheet.pdfDoc.getPageCount() > 1
      return isPast ? undefined : plugin.pdf(sheet)
    },
  })
  return Object.fromEntries(Object.entries(all).map(([name, plugin]) => [name, onFirst(plugin)]))
}

const { resolve } = createRequire(import.meta.url)
const read = (file: string) => new Uint8Array(readFileSync(resolve(`@expo-google-fonts/${file}`)))

/** Noto has the letters of China and of Western Europe, Inter those of all Europe. */
const font: Font = {
  NotoSansSC: { data: read('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'), fallback: true },
  'NotoSansSC-Bold': { data: read('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf') },
  Inter: { data: read('inter/400Regular/Inter_400Regular.ttf') },
  'Inter-Bold': { data: read('inter/700Bold/Inter_700Bold.ttf') },
}

const farLatin = /[\u0100-\u024f\u1e00-\u1eff]/u
const han = /\p{sc=Han}/u

/** One text is set in one typeface; beside Chinese a rare Latin letter is a crossed box. */
function faceFor(text: string, face: string | undefined): string | undefined {
  if (!farLatin.test(text) || han.test(text)) return face
  return face === 'NotoSansSC-Bold' ? 'Inter-Bold' : 'Inter'
}

/** @throws {Refusal} `print-layout.picture` */
export async function setDrawn(sheet: DrawnSheet): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await set(sheet)
  } catch (error) {
    // What is wrong with a picture, its reader says in many ways.
    const others = sheet.pages.map((page) => page.filter(({ type }) => type !== 'image'))
    if (others.flat().length === sheet.pages.flat().length) throw error
    await set({ ...sheet, pages: others })
    return fail('print-layout.picture', {}, { field: 'drawing' })
  }
}

function set(sheet: DrawnSheet): Promise<Uint8Array<ArrayBuffer>> {
  const band = bandOf(sheet)
  const named = sheet.pages.map((page, at) =>
    page.map((element, index) => {
      const firstOnly = at === 0 && isInBand(element, band)
      const schema = { ...schemaOf(element, `${at}-${index}`), firstOnly }
      return { element, schema, stays: firstOnly || isSteady(element) }
    }),
  )
  const staticSchema = named
    .flat()
    .filter(({ stays }) => stays)
    .map(({ element, schema }) => ({ ...schema, content: steadyText(element) }))
  const template: Template = {
    schemas: named.map((page) => page.filter(({ stays }) => !stays).map(({ schema }) => schema)),
    basePdf: { ...sheet.size, padding: paddingOf(sheet), staticSchema },
  }
  const texts = named.flat().map(({ element, schema }) => [schema.name, element.text])
  const inputs = [Object.fromEntries(texts) as Record<string, string>]
  return generate({ template, inputs, plugins, options: optionsOf(sheet) })
}

function optionsOf({ title, locale, printedAt }: DrawnSheet) {
  const lang: 'en' | 'zh' = locale === 'en' ? 'en' : 'zh'
  const dates = { creationDate: printedAt, modificationDate: printedAt }
  return { font, title, lang, creator: '', author: '', producer: 'Shangmai', ...dates }
}

/** Stands on every page; the page's number does anyway. */
function isSteady(element: FilledElement): boolean {
  return element.everyPage === true || isPageNumber(element)
}

const isPageNumber = (element: FilledElement) =>
  element.type === 'text' && element.field === '@page'

/** The only words in which something is put in, and they are ours. */
function steadyText(element: FilledElement): string {
  if (!isPageNumber(element)) return element.text
  return element.text.replace('{x}', '{currentPage}').replace('{y}', '{totalPages}')
}

function schemaOf(element: FilledElement, name: string): Schema {
  const { text, ...schema } = element
  const named = { ...schema, name, readOnly: isPageNumber(element) }
  if (schema.type === 'text') return { ...named, fontName: faceFor(text, schema.fontName) }
  if (schema.type !== 'table') return named
  const { bodyStyles } = schema
  return { ...named, bodyStyles: { ...bodyStyles, fontName: faceFor(text, bodyStyles.fontName) } }
}

/** How far down from the upper edge something stands on every page. */
function bandOf({ size, pages }: DrawnSheet): number {
  const ends = pages.flat().filter(isSteady).map(endOf)
  return Math.max(0, ...ends.filter((end) => end <= size.height / 2))
}

function isInBand(element: FilledElement, band: number): boolean {
  return !isSteady(element) && element.type !== 'table' && startOf(element) < band
}

/** Where lines go on over the page, they leave room for what stands on each. */
function paddingOf(sheet: DrawnSheet): [number, number, number, number] {
  const { size, pages } = sheet
  const band = bandOf(sheet)
  const steady = pages.flat().filter(isSteady)
  const moving = pages.flat().filter((one) => !isSteady(one) && !isInBand(one, band))
  const feet = steady.filter((one) => endOf(one) > size.height / 2).map(startOf)
  const highest = Math.min(size.height, ...moving.map(startOf))
  const head = Math.max(size.edge, Math.min(band + 2, highest))
  const foot = Math.max(size.edge, size.height - Math.min(size.height, ...feet))
  return [head, size.edge, Math.min(foot, size.height / 2), size.edge]
}

const startOf = ({ position }: FilledElement) => position.y
const endOf = ({ position, height }: FilledElement) => position.y + height
