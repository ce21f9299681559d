/** What a report is asked with: as the address says, else as it usually begins. */
import type { FieldMeta, ReportMeta } from '#kernel/http/wire.ts'

export type ReportParams = Record<string, unknown>

function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

/** The values a report begins with. */
export function usualParams(report: ReportMeta): ReportParams {
  const given = report.params.filter(({ initial }) => isGiven(initial))
  return Object.fromEntries(given.map(({ name, initial }) => [name, initial]))
}

/** An empty text in the address means: asked without it, although it usually has a value. */
export function paramsOf(report: ReportMeta, search: ReportParams): ReportParams {
  const known = new Set(report.params.map(({ name }) => name))
  const named = Object.entries(search).filter(([name]) => known.has(name))
  const texts = named.map(([name, value]) => [
    name,
    typeof value === 'number' ? String(value) : value,
  ])
  return { ...usualParams(report), ...Object.fromEntries(texts) }
}

/** The part of the parameters that differs from the usual, for the address. */
export function searchOf(report: ReportMeta, params: ReportParams): ReportParams {
  const usual = usualParams(report)
  const entries = report.params.flatMap(({ name }): [string, unknown][] => {
    const value = isGiven(params[name]) ? params[name] : undefined
    if (JSON.stringify(value) === JSON.stringify(usual[name])) return []
    return [[name, value ?? '']]
  })
  return Object.fromEntries(entries)
}

/** As the server is asked: lists as words with commas between, nothing for what is empty. */
export function queryOf(params: ReportParams): Record<string, string> {
  const given = Object.entries(params).filter(([, value]) => isGiven(value))
  return Object.fromEntries(
    given.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  )
}

/** Parameters that must be given before the report can be asked. */
export function missingParams(report: ReportMeta, params: ReportParams): FieldMeta[] {
  return report.params.filter(({ name, required }) => required && !isGiven(params[name]))
}
