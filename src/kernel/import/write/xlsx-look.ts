/** How a column of a workbook looks: wide enough for what it shows, in the right format. */
import { calculateColumnWidth, type CellStyle, type CellValue } from 'hucre/xlsx'
import type { WriteColumn } from './column.ts'

export interface ColumnLook {
  /** In characters of the standard font. */
  width: number
  style: CellStyle
}

const formats = { date: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm:ss' }
const mostDecimals = 10

/** The look of a column by its label and its first values (as text and as kept in the workbook). */
export function lookOf(column: WriteColumn, texts: string[], values: CellValue[]): ColumnLook {
  const numFmt = formatOf(column.kind, texts)
  const format = numFmt === undefined ? {} : { numFmt }
  const limits = { minWidth: 6, maxWidth: 60 }
  const shown = column.kind === 'number' ? texts : values
  const body = calculateColumnWidth(shown, { ...limits, ...format })
  const label = calculateColumnWidth([column.label], { ...limits, font: { bold: true } })
  return { width: Math.max(body, label), style: format }
}

function formatOf(kind: WriteColumn['kind'], texts: string[]): string | undefined {
  if (kind === 'date' || kind === 'instant') return formats[kind]
  return kind === 'number' ? decimalsFormat(texts) : undefined
}

/**
 * 12.50 stays 12.50 where all amounts have two decimals; later values with more still show all.
 */
function decimalsFormat(texts: string[]): string | undefined {
  const decimals = new Set(texts.map((text) => text.split('.')[1]?.length ?? 0))
  const [places] = decimals
  if (decimals.size !== 1 || !places || places > mostDecimals) return undefined
  return `0.${'0'.repeat(places)}${'#'.repeat(mostDecimals - places)}`
}
