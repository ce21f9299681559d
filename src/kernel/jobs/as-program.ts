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
