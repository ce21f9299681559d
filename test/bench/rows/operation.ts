/** Measures one thing that people do, with one client and with sixteen. */
import { manyClients, type BenchRun } from '../bench-run.ts'
import { measure, type Wish } from '../load.ts'
import { perSecond, type Section } from '../table.ts'

export interface Operation {
  measure: string
  /** Operations per second that sixteen clients should get. */
  aim: number | null
  run: Wish['run']
}

export async function measured(run: BenchRun, operation: Operation): Promise<Section> {
  const one = await measure({ clients: 1, seconds: run.seconds.one, run: operation.run, warmUp: 1 })
  const many = await measure({
    clients: manyClients,
    seconds: run.seconds.many,
    run: operation.run,
    warmUp: 1,
  })
  const { aim } = operation
  const failed = one.failed + many.failed
  return {
    findings: [
      {
        measure: `${operation.measure}, ${manyClients} clients`,
        aim: aim === null ? '' : perSecond(aim),
        result: failed > 0 ? `${failed} failed` : perSecond(many.perSecond),
        ...(aim === null ? {} : { ratio: (many.perSecond / aim).toFixed(2) }),
        met: aim === null ? null : failed === 0 && many.perSecond >= aim,
      },
    ],
    details: [
      { measure: operation.measure, measured: one },
      { measure: operation.measure, measured: many },
    ],
  }
}
