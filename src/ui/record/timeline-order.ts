/** Puts what happened and what was said into one order of time. */
import type { HistoryEntry, WireRow } from '#kernel/http/wire.ts'

export type TimelineItem =
  | { key: string; at: string; kind: 'history'; entry: HistoryEntry }
  | { key: string; at: string; kind: 'comment'; comment: WireRow }
  | { key: string; at: string; kind: 'file'; file: WireRow }
  | { key: string; at: string; kind: 'event'; entity: string; row: WireRow }

/** Records of one kind that stand in the line of time, and the field of their moment. */
export interface Events {
  entity: string
  at: string
  rows: readonly WireRow[]
}

/** What of a timeline one looks at. */
export type Shown = 'all' | TimelineItem['kind']

/** Newest first; at the same moment what happened stands below what was said about it. */
export function mergedTimeline(
  history: readonly HistoryEntry[],
  comments: readonly WireRow[],
  files: readonly WireRow[] = [],
  events: readonly Events[] = [],
): TimelineItem[] {
  const said = comments.map((comment): TimelineItem => {
    return { key: comment.id, at: String(comment['createdAt']), kind: 'comment', comment }
  })
  const done = history.map((entry): TimelineItem => {
    return { key: entry.id, at: entry.at, kind: 'history', entry }
  })
  const added = files.map((file): TimelineItem => {
    return { key: file.id, at: String(file['createdAt']), kind: 'file', file }
  })
  const happened = events.flatMap(({ entity, at, rows }) =>
    rows.map((row): TimelineItem => {
      return { key: row.id, at: String(row[at] ?? ''), kind: 'event', entity, row }
    }),
  )
  return [...said, ...added, ...happened, ...done].toSorted((a, b) =>
    a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
  )
}

/** The kinds that a timeline has, in a fixed order; a choice among one is none. */
export function kindsIn(items: readonly TimelineItem[]): TimelineItem['kind'][] {
  const kinds = (['event', 'comment', 'file', 'history'] as const).filter((kind) =>
    items.some((item) => item.kind === kind),
  )
  return kinds.length > 1 ? kinds : []
}
