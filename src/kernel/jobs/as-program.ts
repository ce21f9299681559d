/** What jobs do in nobody's name: with all rights of their company, and the job's clock. */
import { program } from '../access/person.ts'
import type { Caller } from '../action/caller.ts'
import type { Ctx } from '../action/ctx.ts'
import { openCtx } from '../action/open-ctx.ts'
import { write } from '../action/write.ts'
import type { House } from '../house.ts'
import type { JobCall } from './job.ts'

/** The program itself, as a job asks and writes. */
export function asProgram(tenant: string): Caller {
  return { tenant, person: program, via: 'job' }
}

/** One transaction of a job. */
export function writeAsProgram<T>(
  house: House,
  { tenant, now }: Pick<JobCall, 'tenant' | 'now'>,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return write(house, asProgram(tenant), { now }, (unit) => work(openCtx(unit)))
}

/**
 * Transaction after transaction, as long as each does a whole batch.
 * @param work says how many it did
 */
export async function writeInBatches(
  house: House,
  call: JobCall,
  batch: number,
  work: (ctx: Ctx) => Promise<number>,
): Promise<void> {
  let done = batch
  while (done === batch) {
    call.signal.throwIfAborted()
    done = await writeAsProgram(house, call, work)
  }
}

/** Before all others. */
const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * Transaction after transaction, page by page by id.
 * @param work does what comes after that id, and gives the last one where there may be more
 */
export async function writeByPages(
  house: House,
  call: JobCall,
  work: (ctx: Ctx, after: string) => Promise<string | undefined>,
): Promise<void> {
  let after: string | undefined = firstId
  while (after !== undefined) {
    call.signal.throwIfAborted()
    const from: string = after
    after = await writeAsProgram(house, call, (ctx) => work(ctx, from))
  }
}
