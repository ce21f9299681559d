/** How long a sign-in lasts: two weeks from the last use, three months at most. */

const idleDays = 14
export const longestDays = 90
const dayMs = 86_400_000

/** A use is noted at most this often: reading must not become writing. */
const noteEveryMs = 60_000

/** When a session ends that began at `createdAt` and is used now. */
export function expiryOf(createdAt: Date, now: Date): Date {
  const idle = now.getTime() + idleDays * dayMs
  return new Date(Math.min(idle, createdAt.getTime() + longestDays * dayMs))
}

export function isNoteDue(notedAt: string | null, now: Date): boolean {
  return notedAt === null || now.getTime() - new Date(notedAt).getTime() >= noteEveryMs
}
