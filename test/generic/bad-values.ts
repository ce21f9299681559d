/** Values that fit no field of a kind: what a broken program, a typo or an attacker may send. */
import { newId } from '#kernel/db/new-id.ts'
import type { Field, FieldKind } from '#kernel/field/field.ts'

const megabyte = 'x'.repeat(1024 * 1024)
const shapes = [{}, { a: 1 }, [{}], [[]], true]
const texts = [5, ...shapes, 'a\u0000b', 'a\ud800b', '\udc00', 'a\u001bb']
const numbers = [
  'abc',
  '1e5',
  '0x10',
  'NaN',
  'Infinity',
  '-',
  '.',
  '1,5',
  '1 2',
  '--1',
  '١٢',
  '1\0',
  '9'.repeat(40),
  `-${'9'.repeat(40)}`,
  '9'.repeat(1e3),
  `0.${'1'.repeat(30)}`,
  1e300,
  -1e300,
  1e21,
  ...shapes,
]
const days = ['abc', '2026-02-30', '2026-13-01', '0000-00-00', '0000-01-01', '2026-1-1', '20260101']
const ids = ['abc', 5, ...shapes, '00000000-0000-0000-0000-00000000000g', `${newId()} `]

const byKind: Record<FieldKind, unknown[]> = {
  text: [...texts, 'x'.repeat(501)],
  longText: [...texts, 'x'.repeat(20_001)],
  richText: [...texts, 'x'.repeat(20_001)],
  integer: [...numbers, 1.5, '1.5', '2147483648', '-2147483649'],
  decimal: numbers,
  money: numbers,
  percent: numbers,
  date: [...days, '10000-01-01', '-0001-01-01', '2026-01-01T00:00:00Z', 20_260_101, ...shapes],
  instant: [
    ...days,
    20260101,
    ...shapes,
    '2026-01-01',
    '2026-01-01T00:00:00',
    '0000-01-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T25:00:00Z',
  ],
  boolean: ['true', 'yes', 1, 0, {}, [], 'x'],
  choice: ['no-such-option', 5, ...shapes, '__proto__', 'constructor'],
  choices: ['x', 5, {}, ['no-such-option'], [5], [[]]],
  state: ['no-such-state'],
  ref: ids,
  person: ids,
  refs: ['x', {}, ['x'], [5], Array.from({ length: 501 }, () => newId())],
  lines: ['x', 5, {}, true],
  serial: ['FREE-1'],
  phone: [...texts, 'abc', '1'.repeat(500)],
  email: [...texts, 'abc', 'a@b', '@example.com', 'a b@example.com', 'a@b.example, c@d.example'],
  url: [...texts, 'javascript:alert(1)', 'ftp://example.com', 'data:text/html,x', 'http://'],
  address: [
    'x',
    5,
    [],
    true,
    { street: 5 },
    { country: 'Taiwan' },
    { street: 'a\0b' },
    { street: 'x'.repeat(301) },
    { country: 'ZZ' },
    { lat: 91 },
    { lng: 'x' },
    { street: { a: 1 } },
  ],
  currency: ['ABC', 'abc', 5, ...shapes, 'TWD\u0000'],
  file: ids,
  picture: ids,
  tags: [
    'x',
    5,
    {},
    [5],
    [{}],
    [['a']],
    ['a\u0000'],
    Array.from({ length: 51 }, (_, i) => `t${i}`),
  ],
  filter: [{ 'a\u0000': 1 }, ['x'], 'x'],
  json: [{ a: 'a\u0000b' }, { 'a\u0000': 1 }, { a: 'x'.repeat(100_001) }, { a: '\ud800' }],
}

/** All that is wrong for this field by itself: of its kind, and beyond its own bounds. */
export function badValues(field: Field): unknown[] {
  return [...byKind[field.kind], ...beyondBounds(field)]
}

/** Ids of nothing: wrong only when everything else is right. */
export function idsOfNothing({ kind, computed }: Field): unknown[] {
  if (computed) return []
  if (kind === 'refs') return [[newId()]]
  return ['ref', 'person', 'file', 'picture'].includes(kind) ? [newId()] : []
}

/** A megabyte of a value. */
export function hugeValue({ kind }: Field): unknown {
  if (kind === 'address') return { street: megabyte }
  if (kind === 'json' || kind === 'filter') return { a: megabyte }
  return ['tags', 'choices', 'refs'].includes(kind) ? [megabyte] : megabyte
}

function beyondBounds(field: Field): unknown[] {
  const { min, max, maxLength, pattern, required } = field
  return [
    ...(min === undefined ? [] : [String(Number(min) - 1)]),
    ...(max === undefined ? [] : [String(Number(max) + 1)]),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(pattern === undefined ? [] : ['∅ never fits']),
    ...(required && field.kind !== 'lines' ? [null] : []),
  ]
}
