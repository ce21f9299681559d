/** The numbered SQL files that take a database from one version of the program to the next. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface MigrationFile {
  number: number
  name: string
  /** SHA-256 of the text, the same whatever line endings a checkout uses. */
  checksum: string
  statements: Statement[]
}

export interface Statement {
  text: string
  /** Line of the file where it begins, counted from 1. */
  line: number
}

const namePattern = /^(\d{4})-([a-z0-9-]+)\.sql$/

/**
 * Reads a folder of migrations in order; a folder that is missing holds none.
 * @throws when a file is named wrongly or two have the same number
 */
export function readMigrations(folder: string): MigrationFile[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const files = names.sort().map((name) => readMigration(folder, name))
  const twice = files.find((file, index) => file.number === files[index - 1]?.number)
  if (twice) throw new Error(`Two migrations have the number ${twice.number}.`)
  return files
}

function readMigration(folder: string, fileName: string): MigrationFile {
  const [, number, name] = namePattern.exec(fileName) ?? []
  if (!number || !name) throw new Error(`${fileName} must be named like 0001-what-it-does.sql.`)
  const text = readFileSync(join(folder, fileName), 'utf8').replaceAll('\r\n', '\n')
  const checksum = createHash('sha256').update(text).digest('hex')
  return { number: Number(number), name, checksum, statements: splitStatements(text) }
}

/** Statements stand apart by blank lines; a function's body therefore holds none. */
export function splitStatements(text: string): Statement[] {
  const statements: Statement[] = []
  let lines: string[] = []
  const rows = [...text.split('\n'), '']
  for (const [index, row] of rows.entries()) {
    if (row.trim() !== '') lines.push(row)
    else {
      if (lines.some(saysSomething)) {
        statements.push({ text: lines.join('\n'), line: index - lines.length + 1 })
      }
      lines = []
    }
  }
  return statements
}

function saysSomething(line: string): boolean {
  return !line.trimStart().startsWith('--')
}
