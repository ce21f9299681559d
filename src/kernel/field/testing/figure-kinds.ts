/** Fields of numbers, days and moments: what fits them, and what does not. */
import { f } from '../f.ts'
import type { KindSample } from './kind-sample.ts'

const notNumber = [
  ['abc', 'field.not-a-number'],
  ['1e5', 'field.not-a-number'],
  ['1,5', 'field.not-a-number'],
  [Number.NaN, 'field.not-a-number'],
  [1e300, 'field.not-a-number'],
  [{}, 'field.not-a-number'],
  [true, 'field.not-a-number'],
] as const
const figures = {
  stored: ['-0.000001', '0', '123456789012345.5'],
  given: [
    [1.5, '1.5'],
    ['01.50', '1.5'],
    ['-0', '0'],
    ['', null],
  ],
  cells: [
    ['1,234.50', '1234.5'],
    ['１２', '12'],
    ['(12.00)', '-12'],
    ['', null],
  ],
  refused: [
    ...notNumber,
    ['0.0000001', 'field.too-many-places'],
    ['1234567890123456', 'field.number-too-big'],
  ],
} as const

export const figureKinds = {
  integer: {
    field: f.integer({ min: '-5', max: '2147483647' }),
    stored: [-5, 0, 12],
    given: [
      ['12', 12],
      ['2147483647', 2_147_483_647],
      ['', null],
    ],
    cells: [['1,234', 1234]],
    refused: [
      ...notNumber,
      [1.5, 'field.too-many-places'],
      ['2147483648', 'field.too-big'],
      [-6, 'field.too-small'],
    ],
  },
  decimal: { field: f.decimal(), ...figures },
  money: { field: f.money(), ...figures },
  percent: { field: f.percent(), ...figures, cells: [['12.5 ％', '12.5']] },
  date: {
    field: f.date(),
    stored: ['2026-02-28', '2026-11-23', '2027-01-01'],
    given: [['', null]],
    cells: [
      ['2026/11/3', '2026-11-03'],
      ['', null],
    ],
    refused: ['2026-02-30', '2026-1-1', '10000-01-01', 20_260_101, {}].map(
      (day) => [day, 'field.not-a-date'] as const,
    ),
  },
  instant: {
    field: f.instant(),
    // The last moment of the 22nd in Taipei, the first of the 23rd, and the 24th.
    stored: ['2026-11-22T15:59:59.999Z', '2026-11-22T16:00:00.000Z', '2026-11-23T16:00:00.000Z'],
    given: [
      ['2026-11-23T00:00:00+08:00', '2026-11-22T16:00:00.000Z'],
      ['', null],
    ],
    refused: ['2026-11-23', '2026-11-23T00:00:00', '2026-13-01T00:00:00Z', 5].map(
      (moment) => [moment, 'field.not-an-instant'] as const,
    ),
  },
} satisfies Record<string, KindSample>
