/** A simple layout to begin with, made of what the records of a kind have. */
import type { EntityMeta, HouseMeta } from '#kernel/http/wire.ts'
import { freeName, type Drawing, type DrawnElement } from './drawing.ts'
import {
  boldFace,
  codeElement,
  fieldElement,
  lineElement,
  tableElement,
  wordsElement,
} from './elements.ts'
import { codeFieldOf, linesOf, paletteOf, usualColumns } from './palette-fields.ts'

interface Sheet {
  width: number
  height: number
  edge: number
}

type Translate = (english: string) => string

/** Pairs of label and value that stand above the table. */
const mostPairs = 8
const step = 7

export function startingLayout(
  entity: EntityMeta,
  entities: HouseMeta['entities'],
  sheet: Sheet,
  t: Translate,
): Drawing {
  const isLabel = sheet.height < 100 || sheet.width < 100
  return isLabel ? smallLabel(entity, sheet) : wholeSheet(entity, entities, sheet, t)
}

/** What names the record, and a code to read it by. */
function smallLabel(entity: EntityMeta, { width, height, edge }: Sheet): Drawing {
  const side = Math.min(height - 2 * edge, width / 2 - edge)
  const label = entity.fields.find(({ name }) => name === entity.title)?.label ?? entity.label.one
  const code = codeFieldOf(entity)
  const title = fieldElement(entity.title, label, {
    position: { x: side + 2 * edge, y: edge },
    width: width - side - 3 * edge,
    height: height - 2 * edge,
    verticalAlignment: 'middle',
    fontName: boldFace,
  })
  const place = { position: { x: edge, y: edge }, width: side, height: side }
  return collected([codeElement('qrcode', code.path, `${code.label} QR`, place), title])
}

function wholeSheet(
  entity: EntityMeta,
  entities: HouseMeta['entities'],
  sheet: Sheet,
  t: Translate,
): Drawing {
  const { width, height, edge } = sheet
  const room = width - 2 * edge
  const half = room / 2
  const [pairs, top] = pairsOf(entity, entities, sheet, t)
  const [lines] = linesOf(entity, entities)
  const table =
    lines && tableElement(lines.field.name, lines.field.label, usualColumns(lines.lines, t), room)
  return collected([
    fieldElement('@company.name', t('Name of the company'), {
      position: { x: edge, y: edge },
      width: half,
      height: 7,
      fontName: boldFace,
      fontSize: 13,
    }),
    fieldElement('@company.address', t('Address of the company'), {
      position: { x: edge, y: edge + 8 },
      width: half,
      height: 5,
      fontSize: 8,
    }),
    wordsElement(entity.label.one, {
      position: { x: edge + half, y: edge },
      width: half,
      height: 9,
      alignment: 'right',
      fontName: boldFace,
      fontSize: 18,
    }),
    lineElement(t('Ruled line'), { position: { x: edge, y: edge + 16 }, width: room }),
    ...pairs,
    ...(table ? [{ ...table, position: { x: edge, y: top } }] : []),
    ...sumsOf(entity, sheet, top + 20),
    fieldElement('@page', t('Page number'), {
      position: { x: edge, y: height - edge - 5 },
      width: room,
      height: 5,
      alignment: 'center',
      fontSize: 8,
    }),
  ])
}

const isSum = ({ kind, computed }: EntityMeta['fields'][number]) => kind === 'money' && computed

/** In two columns, in the order of the list and the form. */
function pairsOf(
  entity: EntityMeta,
  entities: HouseMeta['entities'],
  { width, edge }: Sheet,
  t: Translate,
): [DrawnElement[], number] {
  const fields = paletteOf(entity, entities, t)[0]?.fields ?? []
  const sums = new Set(entity.fields.filter(isSum).map(({ name }) => name))
  const wanted = [...new Set([entity.title, ...entity.list.columns, ...entity.form.flat(3)])]
  const chosen = wanted
    .filter((name) => typeof name === 'string' && !sums.has(name))
    .flatMap((name) => fields.filter(({ path }) => path === name))
    .slice(0, mostPairs)
  const half = (width - 2 * edge) / 2
  const elements = chosen.flatMap(({ path, label }, index) => {
    const x = edge + (index % 2) * half
    const y = edge + 20 + Math.floor(index / 2) * step
    return [
      wordsElement(label, { position: { x, y }, width: 26, height: 6, fontColor: '#666666' }),
      fieldElement(path, label, { position: { x: x + 27, y }, width: half - 29, height: 6 }),
    ]
  })
  return [elements, edge + 24 + Math.ceil(chosen.length / 2) * step]
}

/** Amounts that the program reckons stand below the table, at the right. */
function sumsOf(entity: EntityMeta, { width, edge }: Sheet, top: number): DrawnElement[] {
  return entity.fields.filter(isSum).flatMap(({ name, label }, index) => {
    const y = top + index * step
    const right = width - edge
    return [
      wordsElement(label, {
        position: { x: right - 80, y },
        width: 38,
        height: 6,
        alignment: 'right',
      }),
      fieldElement(name, label, {
        position: { x: right - 41, y },
        width: 41,
        height: 6,
        alignment: 'right',
      }),
    ]
  })
}

/** All on one page, each with a name of its own. */
function collected(elements: readonly DrawnElement[]): Drawing {
  return elements.reduce<Drawing>(
    (drawing, element) => ({
      pages: [[...(drawing.pages[0] ?? []), { ...element, name: freeName(drawing, element.name) }]],
    }),
    { pages: [[]] },
  )
}
