/** After some wrong passwords one has to wait, longer each time. */

const freeFailures = 5
const longestMinutes = 30

/**
 * The fifth wrong password in a row costs a minute, each further one twice as long, up to half an
 * hour.
 * @param failures wrong passwords since the last right one
 * @returns until when the account is closed; null = it stays open
 */
export function lockedUntil(failures: number, now: Date): Date | null {
  if (failures < freeFailures) return null
  const minutes = Math.min(longestMinutes, 2 ** (failures - freeFailures))
  return new Date(now.getTime() + minutes * 60_000)
}

/** Whole seconds still to wait; 0 = open. */
export function secondsLeft(until: Date | string | null, now: Date): number {
  if (until === null) return 0
  return Math.max(0, Math.ceil((new Date(until).getTime() - now.getTime()) / 1000))
}
