/** Puts what happened and what was said into one order of time. */
import type { HistoryEntry, WireRow } from '#kernel/http/wire.ts'

export type TimelineItem =
  | { key: string; at: string; kind: 'history'; entry: HistoryEntry }
  | { key: string; at: string; kind: 'comment'; comment: WireRow }

/** Newest first; at the same moment what happened stands below what was said about it. */
export function mergedTimeline(
  history: readonly HistoryEntry[],
  comments: readonly WireRow[],
): TimelineItem[] {
  const said = comments.map((comment): TimelineItem => {
    return { key: comment.id, at: String(comment['createdAt']), kind: 'comment', comment }
  })
  const done = history.map((entry): TimelineItem => {
    return { key: entry.id, at: entry.at, kind: 'history', entry }
  })
  return [...said, ...done].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
