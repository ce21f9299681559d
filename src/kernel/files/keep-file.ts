/** Keeps a file that the program itself got from somewhere, such as a recording. */
import type { Readable } from 'node:stream'
import type { Ctx } from '../action/ctx.ts'
import type { Id } from '../field/f.ts'
import type { House } from '../house.ts'
import { File } from './file.entity.ts'
import { sniffType } from './sniff-type.ts'
import { cleanName } from './upload.ts'

/**
 * @returns writes the file down in the transaction of what names it
 * @throws {Refusal} `file.too-big`
 */
export async function keepFile(
  house: House,
  bytes: Readable,
  given: string,
  mostBytes: number,
): Promise<(ctx: Ctx) => Promise<Id<'file'>>> {
  const { hash, size, head } = await house.files.put(bytes, mostBytes)
  const name = cleanName(given)
  const draft = { name, type: await sniffType(head, name), size: String(size), hash, revision: 1 }
  return async (ctx) => (await ctx.create(File, draft)).id
}
