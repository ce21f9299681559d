/** What the API answers beside the records themselves; each under its name. */
import {
  answer,
  anything,
  day,
  decimal,
  instant,
  list,
  map,
  object,
  oneOf,
  orNull,
  text,
  uuid,
  whole,
  yesNo,
  type Json,
} from './schema.ts'
import { runBegun, runSchema } from './run-paths.ts'

const count = object({ value: whole, capped: yesNo })
const refs = map(map(object({ title: text }, { subtitle: text })))
const sums = map({ anyOf: [decimal, map(decimal)] })
const change = object(
  { field: text, label: text, before: text, after: text },
  { line: oneOf('added', 'removed') },
)

export const answerSchemas: Record<string, Json> = {
  refs,
  count,
  sums,
  problem: object(
    { type: text, title: text, status: whole, rule: text, detail: text, requestId: text },
    {
      fields: list(object({ field: text, rule: text, message: text })),
      facts: map(anything),
      current: map(anything),
    },
  ),
  done: object({ ok: yesNo }),
  groups: object({
    groups: list(
      object({ value: anything, label: orNull(text), count: whole }, { sums: answer('sums') }),
    ),
  }),
  counts: object({ counts: map(answer('count')) }),
  action: object({ name: text, possible: yesNo }, { why: text }),
  history: object({
    entries: list(
      object(
        {
          id: uuid,
          at: instant,
          by: orNull(object({ id: uuid, name: text })),
          action: text,
          label: text,
          changes: list(change),
          undoable: yesNo,
        },
        { reason: text, operation: uuid },
      ),
    ),
  }),
  chain: object({
    documents: list(
      object({
        entity: text,
        id: uuid,
        title: text,
        state: orNull(text),
        day: orNull(day),
        amount: orNull(decimal),
        currency: orNull(text),
      }),
    ),
    hasMore: yesNo,
  }),
  why: object({ visible: yesNo, because: list(text) }),
  bulk: object({
    changed: whole,
    refused: list(object({ id: uuid, title: text, message: text })),
    operation: orNull(uuid),
    run: runBegun,
    sample: orNull(object({ total: whole, allowed: whole, tried: whole })),
  }),
  duplicates: object({
    likely: list(object({ id: uuid, title: text, score: whole, reasons: list(text) })),
    hidden: object({ count: whole, owners: list(text) }),
  }),
  scan: object({ id: uuid, total: whole }),
  run: runSchema,
  undo: object({
    restored: whole,
    conflicts: list(object({ entity: text, id: uuid, title: text, message: text })),
    run: runBegun,
  }),
  operations: object({
    operations: list(
      object({
        id: uuid,
        kind: text,
        label: text,
        at: instant,
        by: orNull(text),
        count: whole,
        undoable: yesNo,
        undoneAt: orNull(instant),
      }),
    ),
  }),
  search: object({
    hits: list(object({ entity: text, id: uuid, title: text, subtitle: text })),
  }),
  view: object({
    id: uuid,
    name: text,
    entity: text,
    where: anything,
    sort: orNull(text),
    columns: orNull(list(text)),
    shape: orNull(text),
    group: orNull(text),
    days: orNull(text),
    span: orNull(text),
    shared: yesNo,
    mine: yesNo,
  }),
  file: object({ id: uuid, name: text, type: text, size: whole }),
  audit: object({
    entries: list(
      object({
        id: uuid,
        at: instant,
        by: orNull(uuid),
        byName: orNull(text),
        via: text,
        entity: text,
        record: uuid,
        action: text,
        reason: orNull(text),
        before: orNull(map(anything)),
        after: orNull(map(anything)),
        operation: orNull(uuid),
        kind: text,
        title: text,
        label: text,
        changes: list(change),
      }),
    ),
    next: orNull(uuid),
  }),
  locked: { anyOf: [oneOf('all', 'none'), list(text)] },
  closed: { anyOf: [oneOf('not-yours', 'locked'), list(text)] },
}
