/** A report as a mail: its rows in the reader's language and numbers, as text and as a table. */
import { seenFields } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import { optionLabel } from '../field/check.ts'
import type { Field, Fields } from '../field/field.ts'
import type { Locale, ReportAnswer } from '../http/wire.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import { createTranslator, type Translator } from '../i18n/message.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { minorUnits } from '../money/currency.ts'
import { isDecimal } from '../money/decimal.ts'
import { formatDecimal } from '../money/format.ts'
import type { Report } from './report.ts'

const mostRows = 50

export interface Letter {
  name: string
  /** Of the saved report, and that ends these mails. */
  url: string
  stopUrl: string
}

export function reportLetter(
  sight: Sight,
  report: Report,
  answer: ReportAnswer,
  { name, url, stopUrl }: Letter,
) {
  const { person, currency } = sight.reader
  const { locale } = person
  const t = createTranslator(locale, catalogueOf(locale))
  const columns = seenFields(report.columns, person)
  const table = tableOf(columns, answer, { t, locale, currency })
  const isEmpty = answer.rows.length === 0
  const more = answer.rows.length > mostRows
  const lead = isEmpty ? t('There is nothing to report this time.') : t(report.label)
  const count = answer.rows.length
  const rest = more ? [t('All {count} rows are in the attached file.', { count })] : []
  const ways = [t('Open: {url}', { url }), t('Stop these mails: {url}', { url: stopUrl })]
  const rows = table.map((cells) => cells.join('\t')).join('\n')
  const text = [name, lead, ...(isEmpty ? [] : [rows]), ...rest, ...ways].join('\n\n')
  const links = [link(url, t('Open the report')), link(stopUrl, t('Stop these mails'))]
  const html = [
    `<h2>${escapeHtml(name)}</h2><p>${escapeHtml(lead)}</p>`,
    isEmpty ? '' : htmlTable(Object.values(columns), table),
    ...rest.map((line) => `<p>${escapeHtml(line)}</p>`),
    `<p>${links.join(' · ')}</p>`,
  ].join('\n')
  return { subject: `${name} · ${sight.reader.today}`, text: `${text}\n`, html }
}

interface Style {
  t: Translator
  locale: Locale
  currency: string
}

/** Heading, rows and totals as texts. */
function tableOf(columns: Fields, { rows, refs, totals }: ReportAnswer, style: Style): string[][] {
  const names = Object.keys(columns)
  const head = names.map((name) => style.t(columns[name]?.label ?? name))
  const cellsOf = (row: Record<string, unknown>) =>
    names.map((name) => cellText(columns[name] as Field, row, name, refs, style))
  const body = rows.slice(0, mostRows).map(cellsOf)
  if (Object.keys(totals).length === 0 || rows.length === 0) return [head, ...body]
  const [, ...sums] = cellsOf(totals)
  return [head, ...body, [style.t('Total'), ...sums]]
}

function cellText(
  field: Field,
  row: Record<string, unknown>,
  name: string,
  refs: ReportAnswer['refs'],
  { t, locale, currency }: Style,
): string {
  const value = row[name]
  if (value === null || value === undefined) return ''
  const text = String(value)
  if (field.target) return refs[field.target]?.[text]?.title ?? ''
  if (field.options) return t(optionLabel(value, field))
  if (!isDecimal(text) || !figures.has(field.kind)) return text
  if (field.kind !== 'money') return formatDecimal(text, locale)
  const own = field.currency ? row[field.currency] : currency
  const code = typeof own === 'string' ? own : currency
  const amount = formatDecimal(text, locale, { places: minorUnits(code) })
  return code === currency ? amount : `${code} ${amount}`
}

const figures = new Set(['integer', 'decimal', 'money', 'percent'])
const cell = 'padding:4px 10px;border-bottom:1px solid #e5e2da'

function htmlTable(fields: Field[], [head = [], ...rows]: string[][]): string {
  const side = (at: number) => (figures.has(fields[at]?.kind ?? '') ? 'right' : 'left')
  const line = (tag: 'td' | 'th', cells: string[]) => {
    const each = cells.map((text, at) => {
      return `<${tag} style="${cell};text-align:${side(at)}">${escapeHtml(text)}</${tag}>`
    })
    return `<tr>${each.join('')}</tr>`
  }
  const body = rows.map((cells) => line('td', cells)).join('\n')
  return `<table style="border-collapse:collapse">\n${line('th', head)}\n${body}\n</table>`
}

function link(url: string, label: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`
}
