/** Values that fit no field of a kind: what a broken program, a typo or an attacker may send. */
import { newId } from '#kernel/db/new-id.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import type { Field, FieldKind } from '#kernel/field/field.ts'
import { sampleDraft, type Surroundings } from './sample-values.ts'

export interface BadValue {
  value: unknown
  /** Where inside the field the mistake is, if not in the whole of it. */
  at?: string
}

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
const ids = ['abc', 5, ...shapes, '00000000-0000-0000-0000-00000000000g', `${newId()} `, newId()]

const byKind: Record<FieldKind, unknown[]> = {
  text: [...texts, 'x'.repeat(501)],
  longText: [...texts, megabyte],
  richText: texts,
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
  refs: ['x', {}, ['x'], [5], [newId()], Array.from({ length: 501 }, () => newId())],
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
    { street: megabyte },
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
  json: [{ a: 'a\u0000b' }, { 'a\u0000': 1 }, { a: megabyte }, { a: '\ud800' }],
}

/** All that is wrong for this field: of its kind, beyond its own bounds, and inside its lines. */
export function badValues(field: Field, around: Surroundings): BadValue[] {
  const own = [...byKind[field.kind], ...beyondBounds(field)].map((value) => ({ value }))
  if (field.kind !== 'lines') return own
  return [...own, ...badLines(field.of as Entity, around)]
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

function badLines(lines: Entity, around: Surroundings): BadValue[] {
  const good = sampleDraft(lines, 0, around, false)
  const whole: BadValue[] = [
    { value: [5], at: '0' },
    { value: [null], at: '0' },
    { value: [[]], at: '0' },
    { value: [good, 'x'], at: '1' },
    { value: [{ ...good, nonsense: 1 }], at: '0.nonsense' },
    { value: [{ ...good, tenant: newId() }], at: '0.tenant' },
    { value: [{ ...good, id: 'abc' }], at: '0.id' },
    { value: [{ ...good, id: 5 }], at: '0.id' },
    { value: Array.from({ length: 2001 }, () => good) },
  ]
  const inFields = Object.entries(lines.fields)
    .filter(([, field]) => !field.computed)
    .flatMap(([name, field]) =>
      badValues(field, around).map(({ value, at }) => ({
        value: [{ ...good, [name]: value }],
        at: at === undefined ? `0.${name}` : `0.${name}.${at}`,
      })),
    )
  return [...whole, ...inFields]
}
