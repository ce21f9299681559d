/** Asks the product's own command whether the books are true. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Product } from '../product.ts'

const run = promisify(execFile)

/** @returns what `npm run check:books` prints */
export async function checkBooksOf(product: Product): Promise<string> {
  const env = { ...process.env, DATA_DIR: product.dataDir }
  const { stdout } = await run(process.execPath, ['src/app/cli.ts', 'check-books'], { env })
  return stdout
}
