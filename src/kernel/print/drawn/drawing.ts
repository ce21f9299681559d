/** A drawn layout: pages with elements on them, of the few kinds that we offer and nothing else. */
import { z } from 'zod'
import { fail } from '../../base/fail.ts'

/** More would be no form any more, and would keep the press from others. */
export const mostElements = 200
const mostPages = 10

const colour = z.string().regex(/^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}))?$/iu)
const millimetres = z.number().min(-100).max(1000)
const length = z.number().min(0).max(1000)
const words = z.string().max(2000)
const edges = z.object({ top: length, right: length, bottom: length, left: length })
const align = z.enum(['left', 'center', 'right', 'justify'])
const verticalAlign = z.enum(['top', 'middle', 'bottom'])
/** `customer`, `customer.phone`, `@company.name`. */
const path = z.string().regex(/^@?\w+(?:\.\w+)?$/u)

export const faces = ['NotoSansSC', 'NotoSansSC-Bold'] as const
const face = z.enum(faces).optional()

const place = {
  position: z.object({ x: millimetres, y: millimetres }),
  width: length,
  height: length,
  rotate: z.number().min(-360).max(360).optional(),
  opacity: z.number().min(0).max(1).optional(),
  /** Stands on every page that a long record takes. */
  everyPage: z.boolean().optional(),
}

const writing = {
  fontName: face,
  alignment: align.default('left'),
  verticalAlignment: verticalAlign.default('top'),
  fontSize: z.number().min(1).max(300).default(10),
  lineHeight: z.number().min(0.5).max(5).default(1.2),
  characterSpacing: z.number().min(-10).max(100).default(0),
  fontColor: colour.default('#000000'),
  backgroundColor: colour.default(''),
}

const text = z.object({
  type: z.literal('text'),
  ...place,
  ...writing,
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  overflow: z.enum(['visible', 'expand']).optional(),
  borderColor: colour.optional(),
  borderWidth: edges.optional(),
  padding: edges.optional(),
  content: words.default(''),
  field: path.optional(),
})

const cell = z.object({
  ...writing,
  borderColor: colour.default('#888888'),
  borderWidth: edges,
  padding: edges,
})

const table = z
  .object({
    type: z.literal('table'),
    ...place,
    field: z.string().regex(/^\w+$/u),
    /** Fields of the lines, one for each heading. */
    columns: z.array(path).min(1).max(20),
    showHead: z.boolean().default(true),
    repeatHead: z.boolean().default(true),
    head: z.array(words).min(1).max(20),
    headWidthPercentages: z.array(z.number().min(0.1).max(100)),
    tableStyles: z.object({ borderColor: colour, borderWidth: length }),
    headStyles: cell,
    bodyStyles: cell.extend({ alternateBackgroundColor: colour.default('') }),
    columnStyles: z.object({ alignment: z.record(z.string(), align).optional() }).default({}),
  })
  .refine(
    ({ columns, head, headWidthPercentages: widths }) =>
      columns.length === head.length && columns.length === widths.length,
    { path: ['columns'] },
  )

const picture = z.object({
  type: z.literal('image'),
  ...place,
  // PNG and JPEG begin as these do; anything else, and every address, is refused.
  content: z
    .string()
    .regex(/^data:image\/(?:png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/)[\w+/]+=*$/u),
})

const line = z.object({ type: z.literal('line'), ...place, color: colour })

const box = z.object({
  type: z.enum(['rectangle', 'ellipse']),
  ...place,
  color: colour,
  borderColor: colour,
  borderWidth: length,
  radius: length.optional(),
})

const code = z.object({
  type: z.enum(['code128', 'qrcode', 'ean13']),
  ...place,
  barColor: colour.default('#000000'),
  backgroundColor: colour.default(''),
  textColor: colour.optional(),
  includetext: z.boolean().optional(),
  content: words.default(''),
  field: path.optional(),
})

const element = z.discriminatedUnion('type', [text, table, picture, line, box, code])

const shape = z.object({
  pages: z.array(z.array(element).max(mostElements)).min(1).max(mostPages),
})

export type Drawing = z.infer<typeof shape>
export type Element = z.infer<typeof element>
export type TableElement = Extract<Element, { type: 'table' }>

/**
 * The drawing without anything that we do not know; nothing drawn is one empty page.
 * @throws {Refusal} `print-layout.broken` with the place that is wrong, `print-layout.too-many`
 */
export function drawingOf(given: unknown): Drawing {
  if (given === null || given === undefined) return { pages: [[]] }
  const { data, error } = shape.safeParse(given)
  if (!data) {
    const at = error.issues[0]?.path.map(String).join('.') ?? ''
    fail('print-layout.broken', { at }, { field: 'drawing' })
  }
  const most = mostElements
  if (data.pages.flat().length > most) fail('print-layout.too-many', { most }, { field: 'drawing' })
  return data
}
