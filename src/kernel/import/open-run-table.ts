/** Opens the table of an import run again: the uploaded file or the pasted cells. */
import { readFile } from 'node:fs/promises'
import { fail } from '../base/fail.ts'
import { openTable, parsePasted } from './file/read-table.ts'
import type { Table } from './file/table.ts'
import type { ImportRun } from './run-store.ts'

/** @throws {Refusal} `import.file-gone` (410), and what is wrong with the file */
export async function openRunTable(
  run: Pick<ImportRun, 'path' | 'fileName' | 'choice'>,
): Promise<Table> {
  refuseGone(run)
  const { pasted, ...choice } = run.choice
  try {
    if (pasted) return await parsePasted(await readFile(run.path, 'utf8'), choice)
    return await openTable({ path: run.path, name: run.fileName }, choice)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') refuseGone({ path: '' })
    throw error
  }
}

/** Files are kept for a while only. @throws {Refusal} `import.file-gone` (410) */
export function refuseGone({ path }: Pick<ImportRun, 'path'>): void {
  if (path === '') fail('import.file-gone', {}, { status: 410 })
}
