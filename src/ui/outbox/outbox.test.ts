/** What waits goes in order, once, with real ids and present versions; what is refused stays. */
import { expect, test } from 'vitest'
import type { Problem } from '#kernel/http/wire.ts'
import { afterSent } from './after-sent.ts'
import { concerns, type Entry, type Waiting } from './entry.ts'
import { builtOn, nextOf, waitsFor } from './order.ts'
import { again, isChangeable, replaced } from './replace.ts'
import { isTemporary, newTemporary, temporariesIn, withReal } from './temporary.ts'
import { afterProblem, isUnsure, verdictOf } from './verdict.ts'
import { madeBy, withChanges } from './waiting-record.ts'

const shop = newTemporary()
const real = '01930000-0000-7000-8000-000000000001'
const old = '01930000-0000-7000-8000-000000000002'

function entry(id: number, intent: Waiting, more: Partial<Entry> = {}): Entry {
  const at = '2026-11-29T08:00:00.000Z'
  return { id, owner: 'company/mei', key: `key-${id}`, at, intent, known: {}, failures: 0, ...more }
}

const makes = (id: number, temporary = shop) =>
  entry(id, { kind: 'create', entity: 'customer', values: { name: '海風書店' } }, { temporary })
const says = (id: number, record: string) =>
  entry(id, {
    kind: 'create',
    entity: 'comment',
    values: { entity: 'customer', record, text: '好' },
  })
const changes = (id: number, record: string, version: number, name = '新名') =>
  entry(id, { kind: 'update', entity: 'customer', id: record, version, values: { name } })
const acts = (id: number, record: string, version: number) =>
  entry(id, { kind: 'act', entity: 'customer', id: record, action: 'visit', body: { version } })

const problem = (status: number, rule = 'some.rule'): Problem => {
  return { type: '', title: '', detail: '', requestId: '', status, rule }
}
const refused = { refused: problem(422) }

test('temporary ids look like ids, are no two alike, and are found and replaced anywhere', () => {
  expect(shop).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/u)
  expect(newTemporary()).not.toBe(shop)
  expect([isTemporary(shop), isTemporary(real), isTemporary(null)]).toEqual([true, false, false])
  const file = new File(['picture'], 'shop.jpg')
  const value = { record: shop, lines: [{ product: real, deep: { of: shop } }], file }
  expect([...temporariesIn(value)]).toEqual([shop])
  const next = withReal(value, new Map([[shop, real]]))
  expect(next).toEqual({ record: real, lines: [{ product: real, deep: { of: real } }], file })
  expect(next.file).toBe(file)
})

test('what names a new record waits for it, a second change waits for the first', () => {
  const all = [says(2, shop), makes(1), changes(3, old, 4), changes(4, old, 4), says(5, old)]
  expect(nextOf(all)?.id).toBe(1)
  const waiting = all.map((one) => [one.id, waitsFor(one, all).map(({ id }) => id)])
  expect(waiting).toEqual([
    [2, [1]],
    [1, []],
    [3, []],
    [4, [3]],
    [5, []],
  ])
})

test('past what was refused only that goes which does not build on it', () => {
  const blocked = [{ ...makes(1), ...refused }, says(2, shop), changes(3, old, 4)]
  expect(nextOf(blocked)?.id).toBe(3)
  expect(nextOf(blocked.slice(0, 2))).toBeUndefined()
})

test('with a record goes all that builds on it, step by step', () => {
  const order = newTemporary()
  const values = { customer: shop }
  const made = entry(2, { kind: 'create', entity: 'order', values }, { temporary: order })
  const all = [makes(1), made, says(3, order), says(4, old)]
  expect(builtOn(makes(1), all).map(({ id }) => id)).toEqual([2, 3])
})

test('once a record is there, those behind it name it by its real id', () => {
  const answer = { row: { id: real, version: 1 } }
  const behind = [says(2, shop), says(3, old)]
  expect(afterSent(makes(1), answer, behind)).toEqual([says(2, real)])
  const picture = entry(1, { kind: 'file', file: new File([], 'a.png') }, { temporary: shop })
  expect(afterSent(picture, { id: real }, behind)).toEqual([says(2, real)])
})

test('a second change follows the version that the first one made, and no other', () => {
  const answer = { row: { id: old, version: 5 } }
  const behind = [changes(2, old, 4), acts(3, old, 4), changes(4, old, 2), changes(5, real, 4)]
  expect(afterSent(changes(1, old, 4), answer, behind)).toEqual([
    changes(2, old, 5),
    acts(3, old, 5),
  ])
})

test('who is not heard is asked again; who is refused is told', () => {
  const verdicts = [
    [0, 'later'],
    [503, 'later'],
    [429, 'later'],
    [401, 'stop'],
    [500, 'broken'],
    [403, 'refused'],
    [409, 'refused'],
    [422, 'refused'],
  ] as const
  for (const [status, verdict] of verdicts) expect(verdictOf(problem(status))).toBe(verdict)
  expect(verdictOf(problem(409, 'session.other-person'))).toBe('stop')
  const tried = { ...says(1, old), triedAt: '2026-11-29T08:00:00.000Z' }
  expect(afterProblem(tried, problem(0))).toEqual(tried)
  expect(afterProblem(tried, problem(401))).toEqual(tried)
  expect(afterProblem(tried, problem(422))).toEqual({ ...says(1, old), ...refused })
})

test('a server that breaks over an entry three times gets it no more by itself', () => {
  const broken = problem(500)
  const second = afterProblem(afterProblem(says(1, old), broken), broken)
  expect([second.failures, second.refused]).toEqual([2, undefined])
  expect(afterProblem(second, broken)).toMatchObject({ failures: 3, refused: broken })
})

test('what may have arrived is neither changed nor, after six days, sent by itself', () => {
  const now = Date.parse('2026-11-29T08:00:00.000Z')
  const triedOn = (day: string) => ({ ...says(1, old), triedAt: `2026-11-${day}T08:00:00.000Z` })
  expect([isUnsure(says(1, old), now), isUnsure(triedOn('28'), now)]).toEqual([false, false])
  expect(isUnsure(triedOn('22'), now)).toBe(true)
  expect([isChangeable(says(1, old)), isChangeable(triedOn('28'))]).toEqual([true, false])
  const intent = { kind: 'create', entity: 'comment', values: { text: '別的' } } as const
  expect(replaced(triedOn('28'), intent, {})).toBeNull()
  const next = replaced({ ...says(1, old), ...refused }, intent, {})
  expect(next).toMatchObject({ id: 1, intent, failures: 0 })
  expect([next?.refused, next?.key === 'key-1']).toEqual([undefined, false])
})

test('sent again it keeps its key; an action is done with the record as it is now', () => {
  const current = { id: old, version: 9 }
  const stale = { ...acts(1, old, 4), refused: { ...problem(409, 'record.changed'), current } }
  expect(again(stale)).toEqual(acts(1, old, 9))
  const broken = { ...says(1, old), failures: 3, triedAt: new Date().toISOString(), ...refused }
  const { refused: _, ...rest } = broken
  expect(again(broken)).toEqual({ ...rest, failures: 0 })
})

test('the page of a record shows what concerns it, and one’s own changes', () => {
  const file = new File([], 'a.png')
  const owner = { entity: 'customer', record: old }
  const all = [says(1, old), changes(2, old, 4), acts(3, old, 4), says(4, real), makes(5)]
  const here = [...all, entry(6, { kind: 'file', file, owner })]
  const shown = here.filter((one) => concerns(one, 'customer', old))
  expect(shown.map(({ id }) => id)).toEqual([1, 2, 3, 6])
  const may = { update: true, delete: true, share: true }
  const row = { id: old, version: 4, name: '舊名', phone: '1' }
  const answer = { row, refs: {}, actions: [], may, locked: 'none' as const, deletedAt: null }
  const seen = withChanges(answer, [...here, changes(7, real, 1, '別家')], 'customer')
  expect(seen.row).toEqual({ ...row, name: '新名' })
  expect(madeBy(makes(5), shop)?.row).toEqual({ id: shop, version: 0, name: '海風書店' })
  expect(madeBy(makes(5), old)).toBeNull()
})
