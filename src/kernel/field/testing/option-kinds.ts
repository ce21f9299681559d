/** Fields of options, tags and plain JSON: what fits them, and what does not. */
import { f } from '../f.ts'
import type { KindSample } from './kind-sample.ts'

const long = (length: number) => 'x'.repeat(length)
const options = ['red', { value: 'dark-blue', label: 'Dark blue' }, 'green'] as const
const notOption = ['blue', 'constructor', 5, {}].map(
  (given) => [given, 'field.not-an-option'] as const,
)

export const optionKinds = {
  boolean: {
    field: f.boolean(),
    stored: [false, true, true],
    cells: [
      ['是', true],
      ['Yes', true],
      ['', false],
      ['否', false],
    ],
    refused: ['true', 1, {}].map((given) => [given, 'field.not-yes-or-no'] as const),
  },
  choice: {
    field: f.choice(options),
    stored: ['dark-blue', 'green', 'red'],
    given: [['', null]],
    cells: [
      ['Dark Blue', 'dark-blue'],
      ['GREEN', 'green'],
    ],
    refused: notOption,
  },
  state: {
    field: f.state(options),
    stored: ['dark-blue', 'green', 'red'],
    refused: notOption,
  },
  choices: {
    field: f.choices(options),
    stored: [['dark-blue'], ['green', 'red'], []],
    given: [[['red', 'red'], ['red']]],
    cells: [['Dark blue; red', ['dark-blue', 'red']]],
    refused: [
      ['red', 'field.list-expected'],
      [{}, 'field.list-expected'],
      [['blue'], 'field.not-an-option'],
      [[5], 'field.not-an-option'],
    ],
  },
  tags: {
    field: f.tags(),
    stored: [['vip'], ['new', '台北'], []],
    given: [[[' vip ', 'vip', ''], ['vip']]],
    cells: [['vip；new', ['vip', 'new']]],
    refused: [
      ['vip', 'field.list-expected'],
      [[5], 'field.text-expected'],
      [[long(61)], 'field.too-long'],
      [Array.from({ length: 51 }, (_, nth) => `t${nth}`), 'field.too-long'],
    ],
    found: 'vip',
  },
  json: {
    field: f.json(),
    stored: [{ a: [1, 'b'] }, ['x'], 'text'],
    refused: [
      [{ a: 'a\u0000' }, 'field.unreadable-characters'],
      [{ a: '\ud800' }, 'field.unreadable-characters'],
      [{ a: long(100_000) }, 'field.too-long'],
      [undefined, 'field.too-long'],
    ],
  },
} satisfies Record<string, KindSample>
