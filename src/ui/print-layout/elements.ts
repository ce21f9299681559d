/** The elements of the palette, as they are before somebody changes them. */
import type { DrawnElement } from './drawing.ts'

export const plainFace = 'NotoSansSC'
export const boldFace = 'NotoSansSC-Bold'

const at = { x: 0, y: 0 }
const edges = (width: number) => ({ top: width, right: width, bottom: width, left: width })

const writing = {
  fontName: plainFace,
  alignment: 'left',
  verticalAlignment: 'top',
  fontSize: 10,
  lineHeight: 1.2,
  characterSpacing: 0,
  fontColor: '#000000',
  backgroundColor: '',
}

type More = Partial<DrawnElement>

/** Words that are printed as they stand here. */
export function wordsElement(words: string, more: More = {}): DrawnElement {
  const base = { name: words.slice(0, 40), type: 'text', position: at, width: 60, height: 6 }
  return { ...base, ...writing, readOnly: true, content: words, ...more }
}

/** The place of a field: while it is drawn it shows the label, since values are not for all. */
export function fieldElement(field: string, label: string, more: More = {}): DrawnElement {
  return wordsElement(label, { name: label, field, ...more })
}

export function codeElement(
  type: 'code128' | 'qrcode',
  field: string,
  label: string,
  more: More = {},
): DrawnElement {
  const size = type === 'qrcode' ? { width: 22, height: 22 } : { width: 50, height: 14 }
  const colours = { backgroundColor: '', barColor: '#000000', textColor: '#000000' }
  // While it is drawn any code stands for the one that will be printed.
  const base = { name: label, type, position: at, ...size, ...colours, field, content: 'A-0001' }
  return { ...base, includetext: true, readOnly: true, ...more }
}

export function lineElement(name: string, more: More = {}): DrawnElement {
  const size = { width: 100, height: 0.3 }
  return { name, type: 'line', position: at, ...size, color: '#000000', readOnly: true, ...more }
}

export function boxElement(name: string): DrawnElement {
  const look = { color: '', borderColor: '#000000', borderWidth: 0.3, radius: 0 }
  return { name, type: 'rectangle', position: at, width: 60, height: 20, ...look, readOnly: true }
}

/** @param picture a data address of a PNG or JPEG */
export function pictureElement(name: string, picture: string, ratio: number): DrawnElement {
  const size = { width: 40, height: 40 / ratio }
  return { name, type: 'image', position: at, ...size, content: picture, readOnly: true }
}

export interface TableColumn {
  path: string
  label: string
  isFigure: boolean
}

const cell = {
  ...writing,
  fontSize: 9,
  verticalAlignment: 'middle',
  borderColor: '#888888',
  borderWidth: edges(0.1),
  padding: edges(1.5),
}

/** Headings and widths for these columns; the first that has text takes the room that is left. */
export function tableShape(columns: readonly TableColumn[]): More {
  const narrow = (column: TableColumn) => (column.path === '@line' ? 6 : column.isFigure ? 14 : 0)
  const used = columns.reduce((sum, column) => sum + narrow(column), 0)
  const wide = columns.filter((column) => narrow(column) === 0).length
  const rest = wide === 0 ? 0 : Math.max(10, (100 - used) / wide)
  const widths = columns.map((column) => narrow(column) || rest)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const right = columns.flatMap(({ isFigure }, index) => (isFigure ? [[index, 'right']] : []))
  return {
    columns: columns.map(({ path }) => path),
    head: columns.map(({ label }) => label),
    headWidthPercentages: widths.map((width) => (width * 100) / total),
    columnStyles: { alignment: Object.fromEntries(right) as Record<string, string> },
    content: JSON.stringify([columns.map(({ label }) => label)]),
  }
}

export function tableElement(
  field: string,
  label: string,
  columns: readonly TableColumn[],
  width: number,
): DrawnElement {
  return {
    name: label,
    type: 'table',
    position: at,
    width,
    height: 16,
    field,
    readOnly: true,
    showHead: true,
    repeatHead: true,
    tableStyles: { borderColor: '#888888', borderWidth: 0.1 },
    headStyles: { ...cell, fontName: boldFace, backgroundColor: '#eeeeee' },
    bodyStyles: { ...cell, alternateBackgroundColor: '' },
    ...tableShape(columns),
  }
}
