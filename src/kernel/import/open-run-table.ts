/** Opens the table of an import run again: the uploaded file or the pasted cells. */
import { readFile } from 'node:fs/promises'
import { openTable, parsePasted } from './file/read-table.ts'
import type { Table } from './file/table.ts'
import type { ImportRun } from './run-store.ts'

export async function openRunTable(
  run: Pick<ImportRun, 'path' | 'fileName' | 'choice'>,
): Promise<Table> {
  const { pasted, ...choice } = run.choice
  if (pasted) return parsePasted(await readFile(run.path, 'utf8'), choice)
  return openTable({ path: run.path, name: run.fileName }, choice)
}
