/** What every statement keeps so that companies stay apart and their tables can be spread. */
import type { Database } from '../db/database.ts'
import { raw } from '../db/sql.ts'

/**
 * Refuses each statement that breaks a rule (rules Q1, Q3–Q6 of PostgreSQL tables that are spread
 * over several machines by company); the test that sent it fails with the statement's text.
 */
export async function watchStatements(database: Database): Promise<void> {
  const found = await database.control<{ name: string }>(
    raw(`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant'`),
  )
  const tables = new Set(found.map(({ name }) => name).filter((name) => !controlTables.has(name)))
  database.onStatement = (text) => {
    const fault = statementFault(text, tables)
    if (fault) throw new Error(`${fault}: ${text}`)
  }
}

/** Found before the company is known, or by its people's own keys. */
export const controlTables: ReadonlySet<string> = new Set([
  'company',
  'login',
  'session',
  'api_key',
  'invitation',
  'installation',
])

const banned: [pattern: RegExp, fault: string][] = [
  [/\b(?:now|clock_timestamp|random|gen_random_uuid)\s*\(/iu, 'Time and chance are parameters'],
  [/\bmerge\s+into\b/iu, 'MERGE cannot be spread over machines'],
  [/\bvalues\s*\((?:[^()]|\([^()]*\))*\(\s*select\b/iu, 'VALUES holds a sub-query'],
]

/** @returns what is wrong with the statement, or null */
export function statementFault(text: string, tables: ReadonlySet<string>): string | null {
  // The queue's own tables belong to no company; what it sends is the library's.
  if (/\bpgboss\./u.test(text)) return null
  const plain = text.replaceAll(/'(?:[^']|'')*'/gu, "''")
  for (const [pattern, fault] of banned) if (pattern.test(plain)) return fault
  for (const [, table = '', columns = ''] of plain.matchAll(
    /\binsert\s+into\s+"?(\w+)"?[^(]*\(([^)]*)\)/giu,
  ))
    if (tables.has(table) && !/\btenant\b/u.test(columns))
      return `${table} is added without company`
  const named = [...plain.matchAll(/\b(?:from|join|update)\s+"?(\w+)"?/giu)]
  const read = named.map(([, table = '']) => table).filter((table) => tables.has(table))
  const bound = [...plain.matchAll(/\btenant"?\s*=/giu)].length
  return read.length > bound ? `${read.join(', ')}: ${bound} times bound to a company` : null
}
