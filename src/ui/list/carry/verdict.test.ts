/** What is promised of: what may be put elsewhere. */
import type { ActionMeta, EntityMeta, FieldMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { verdictOf } from './verdict.ts'

const t = (english: string, facts: Record<string, unknown> = {}) =>
  english.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(facts[name]))
const plain = { filterable: true, listable: true, sortable: true, groupable: true }
const status: FieldMeta = { name: 'status', kind: 'state', label: 'Status', ...plain }
const stage: FieldMeta = { name: 'stage', kind: 'choice', label: 'Stage', required: true, ...plain }
const action = (name: string, to: string[]): ActionMeta => ({
  name,
  label: name,
  on: 'one',
  to,
  input: [],
})
const meta = {
  actions: [action('ship', ['shipped']), action('send', ['shipped']), action('drop', ['ended'])],
} as unknown as EntityMeta
const answer = (extra: Partial<RecordAnswer> = {}): RecordAnswer => ({
  row: { id: 'r', version: 1 },
  refs: {},
  actions: [],
  may: { update: true, delete: true, share: false },
  locked: 'none',
  deletedAt: null,
  ...extra,
})

test('a state is entered by the actions that lead there and are possible', () => {
  const actions = [
    { name: 'ship', possible: true },
    { name: 'send', possible: true },
    { name: 'drop', possible: false, why: 'Later.' },
  ]
  const verdict = (to: string) => verdictOf(meta, status, to, answer({ actions }), t)
  expect(verdict('shipped')).toMatchObject({ actions: [{ name: 'ship' }, { name: 'send' }] })
  expect(verdict('ended')).toEqual({ kind: 'refused', why: 'drop: Later.' })
  expect(verdict('draft')).toMatchObject({ why: 'Nothing that you may do leads to draft.' })
})

test('an action that this person may not do leads nowhere', () => {
  expect(verdictOf(meta, status, 'shipped', answer(), t)).toMatchObject({ kind: 'refused' })
})

test('a plain field is changed, unless it is frozen, not theirs, or may not be empty', () => {
  const may = { update: false, delete: false, share: false }
  const kind = (to: unknown, extra: Partial<RecordAnswer> = {}, field = stage) =>
    verdictOf(meta, field, to, answer(extra), t).kind
  expect(kind('lost')).toBe('change')
  expect(kind('lost', { locked: ['stage'] })).toBe('refused')
  expect(kind('lost', { locked: ['name'] })).toBe('change')
  expect(kind('lost', { may })).toBe('refused')
  expect(kind(null)).toBe('refused')
  expect(kind('lost', {}, { ...stage, computed: true })).toBe('refused')
  expect(kind('lost', {}, { ...stage, readOnly: true })).toBe('refused')
})

test('a field that an action sets is changed by it alone', () => {
  const field: FieldMeta = { ...stage, kind: 'ref', computed: true }
  const enter = { ...action('enter', []), sets: { stage: 'to' } }
  const entering = { actions: [enter] } as unknown as EntityMeta
  const verdict = (possible: boolean, to: unknown = 's2') => {
    const state = { name: 'enter', possible, ...(!possible && { why: 'It is over.' }) }
    return verdictOf(entering, field, to, answer({ actions: [state] }), t)
  }
  expect(verdict(true)).toEqual({ kind: 'act', actions: [enter] })
  expect(verdict(false)).toEqual({ kind: 'refused', why: 'enter: It is over.' })
  expect(verdict(true, null).kind).toBe('refused')
})
