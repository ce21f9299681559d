/** Lets some clients do one thing over and over, and counts how long each took and what failed. */

export interface Measured {
  clients: number
  operations: number
  failed: number
  /** What went wrong first. */
  reason: string | null
  perSecond: number
  p50: number
  p95: number
  p99: number
}

export interface Wish {
  clients: number
  seconds: number
  /** One operation; throws when the answer is not right. `turn` counts up over all clients. */
  run: (client: number, turn: number) => Promise<void>
  /** Seconds that are not counted. */
  warmUp?: number
}

/** Raw durations in milliseconds, so that several rounds can be put together. */
export interface Round {
  clients: number
  seconds: number
  durations: number[]
  failed: number
  reason: string | null
}

export async function round({ clients, seconds, run, warmUp = 0 }: Wish): Promise<Round> {
  const found: Round = { clients, seconds: 0, durations: [], failed: 0, reason: null }
  const countFrom = performance.now() + warmUp * 1000
  const until = countFrom + seconds * 1000
  let turn = 0
  const work = async (client: number) => {
    while (performance.now() < until) {
      const startedAt = performance.now()
      const problem = await run(client, turn++).then(
        () => null,
        (error: unknown) => String(error),
      )
      if (startedAt < countFrom) continue
      if (problem === null) found.durations.push(performance.now() - startedAt)
      else found.failed += 1
      found.reason ??= problem
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)))
  found.seconds = (performance.now() - countFrom) / 1000
  return found
}

export function summed(rounds: readonly Round[]): Measured {
  const durations = rounds.flatMap((one) => one.durations).sort((one, other) => one - other)
  const seconds = rounds.reduce((all, one) => all + one.seconds, 0)
  const failed = rounds.reduce((all, one) => all + one.failed, 0)
  const at = (share: number) => durations[Math.floor(durations.length * share)] ?? Number.NaN
  return {
    clients: rounds[0]?.clients ?? 0,
    operations: durations.length,
    failed,
    reason: rounds.find((one) => one.reason !== null)?.reason ?? null,
    perSecond: durations.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  }
}

export async function measure(wish: Wish): Promise<Measured> {
  return summed([await round(wish)])
}

/** Takes turns, so that what else the machine does meets all of them alike. */
export async function inTurns(rounds: number, wishes: readonly Wish[]): Promise<Measured[]> {
  const found = wishes.map((): Round[] => [])
  for (let nth = 0; nth < rounds; nth += 1)
    for (const [index, wish] of wishes.entries()) found[index]?.push(await round(wish))
  return found.map(summed)
}
