/** Reads a new file after it was stored, so that it is found by what stands in it. */
import type { Ctx } from '../../action/ctx.ts'
import { readRows } from '../../action/hold.ts'
import { heldKey } from '../../action/unit.ts'
import { write } from '../../action/write.ts'
import { sql } from '../../db/sql.ts'
import { asProgram } from '../../jobs/as-program.ts'
import { defineJob } from '../../jobs/job.ts'
import { File } from '../file.entity.ts'
import { fileWords, type Known } from './file-words.ts'

export const readWordsJob = defineJob({
  name: 'kernel.read-words',
  label: 'Reading new files',
  atOnce: 1,
  async run(house, { tenant, payload }) {
    const id = String(payload.file)
    const [file] = await house.database.read<Known>(
      tenant,
      sql`select f.type, f.size, f.hash from file f
        where f.tenant = ${tenant} and f.id = ${id}::uuid and f.words is null`,
    )
    const words = file ? await fileWords(house.files, file) : null
    if (words === null) return
    await write(house, asProgram(tenant), {}, async (unit) => {
      unit.tx.send(sql`update file set words = ${words}
        where tenant = ${tenant} and id = ${id}::uuid`)
      const [row] = await readRows(unit, File, sql`r.id = ${id}::uuid`, { lock: true })
      if (!row) return
      unit.held.set(heldKey(File, id), row)
      unit.toIndex.set(heldKey(File, id), { entity: File, id })
    })
  },
})

export async function readLater(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { id } = facts['row'] as File
  ctx.afterCommit(readWordsJob.name, { file: id })
}
