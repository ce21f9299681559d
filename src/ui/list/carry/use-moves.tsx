/** Puts records elsewhere: shown at once, taken back with the reason where it is refused. */
import type { ActionMeta, EntityMeta, FieldMeta, RecordAnswer, WireRow } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { asksFirst, useAct } from '#ui/record/use-record-action.ts'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { verdictOf, type Verdict } from './verdict.ts'
import type { BulkAnswer } from '../use-bulk.ts'

/** A place that records may be put to: the value its field then has, and its name. */
export interface Aim {
  key: string
  value: unknown
  label: string
  /** Further fields that the place stands for. */
  more?: Readonly<Record<string, unknown>>
}

/** What must be asked before the record is moved. */
export interface Question {
  row: WireRow
  actions: ActionMeta[]
  /** What the place says already of what the action asks. */
  given: Record<string, unknown>
}

export interface Moves {
  /** Where records stand that are on their way, by id. */
  moved: ReadonlyMap<string, string>
  /** What would happen to the lifted record at this place; undefined while it is not known. */
  verdictAt: (aim: Aim) => Verdict | undefined
  lift: (id: string) => void
  move: (id: string, aim: Aim) => Promise<void>
  question: Question | undefined
  choose: (action: ActionMeta) => void
  /** The dialog was closed: whether anything came of it the server knows. */
  settle: () => void
}

function fetchRecord(queries: QueryClient, entity: string, id: string): Promise<RecordAnswer> {
  return queries.fetchQuery({
    queryKey: ['record', entity, id],
    queryFn: () => api.get<RecordAnswer>(`/api/${entity}/${id}`),
    staleTime: 0,
  })
}

/** Asked anew, until the answer is there. */
async function askAgain(queries: QueryClient, entity: string): Promise<void> {
  const kinds = ['list', 'groups']
  await Promise.all(
    kinds.map((kind) => queries.invalidateQueries({ queryKey: [kind, entity], exact: false })),
  )
}

/** The record that was lifted last, as the server knows it: what may be done with it now. */
function useLifted(meta: EntityMeta) {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const [lifted, setLifted] = useState<RecordAnswer>()
  const latest = useRef<{ id: string; answer: Promise<RecordAnswer> }>(undefined)
  const lift = (id: string) => {
    const answer = fetchRecord(queries, meta.name, id)
    latest.current = { id, answer }
    setLifted(undefined)
    answer.then((found) => latest.current?.id === id && setLifted(found)).catch(showProblem)
  }
  const answerOf = (id: string) => {
    const known = latest.current?.id === id ? latest.current.answer : undefined
    return known ?? fetchRecord(queries, meta.name, id)
  }
  const forget = () => (latest.current = undefined)
  return { lifted, lift, answerOf, forget }
}

/** Changes the field as one bulk change does, since that can be undone. */
function useChange(meta: EntityMeta, field: FieldMeta) {
  const t = useT()
  const reader = useReader()
  const { message } = App.useApp()
  const { showDone } = useUndoMessage()
  return async ({ row, refs }: RecordAnswer, aim: Aim): Promise<void> => {
    const body = { ids: [row.id], patch: { ...aim.more, [field.name]: aim.value } }
    const done = await api.post<BulkAnswer>(`/api/${meta.name}/bulk`, body)
    const [refusal] = done.refused
    if (refusal) void message.error(refusal.message)
    const name = titleText(meta, row, refs, reader)
    const facts = { name, field: field.label, value: aim.label }
    if (!refusal) showDone(t('{name}: {field} is now {value}', facts), done.operation ?? undefined)
  }
}

export function useMoves(meta: EntityMeta, field: FieldMeta): Moves {
  const t = useT()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { showProblem } = useUndoMessage()
  const { act } = useAct(meta)
  const { lifted, lift, answerOf, forget } = useLifted(meta)
  const change = useChange(meta, field)
  const [moved, setMoved] = useState<ReadonlyMap<string, string>>(new Map())
  const [question, ask] = useState<Question>()

  const settle = async (id: string) => {
    ask(undefined)
    forget()
    await askAgain(queries, meta.name)
    setMoved((all) => new Map([...all].filter(([one]) => one !== id)))
  }
  const run = async (action: ActionMeta, row: WireRow, value: unknown) => {
    const input = action.sets?.[field.name]
    const given = input === undefined ? {} : { [input]: value }
    const open = action.input.filter(({ name }) => name !== input)
    if (asksFirst({ ...action, input: open })) return ask({ row, actions: [action], given })
    await act(action, { input: given }, row)
    return settle(row.id)
  }
  const go = async (id: string, aim: Aim) => {
    const answer = await answerOf(id)
    const verdict = verdictOf(meta, field, aim.value, answer, t)
    if (verdict.kind === 'act') {
      const [only, ...others] = verdict.actions
      if (only && others.length === 0) return run(only, answer.row, aim.value)
      return ask({ row: answer.row, actions: verdict.actions, given: {} })
    }
    if (verdict.kind === 'refused') void message.error(verdict.why)
    else await change(answer, aim)
    return settle(id)
  }
  const guarded = async (id: string, work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      await settle(id)
      showProblem(error)
    }
  }
  return {
    moved,
    verdictAt: (aim) => lifted && verdictOf(meta, field, aim.value, lifted, t),
    lift,
    move: (id, aim) => {
      setMoved((all) => new Map(all).set(id, aim.key))
      return guarded(id, () => go(id, aim))
    },
    question,
    choose: (action) => {
      if (question) void guarded(question.row.id, () => run(action, question.row, null))
    },
    settle: () => question && void settle(question.row.id),
  }
}
