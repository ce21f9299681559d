/** A field of every kind with values that fit it, in order, and others that do not. */
import { f } from '../f.ts'
import type { FieldKind } from '../field.ts'
import { figureKinds } from './figure-kinds.ts'
import type { KindSample } from './kind-sample.ts'
import { optionKinds } from './option-kinds.ts'
import { wordKinds } from './word-kinds.ts'

const ids = [
  '01890000-0000-7000-8000-000000000001',
  '01890000-0000-7000-8000-000000000002',
  '01890000-0000-7000-8000-000000000003',
] as const

const shapes = [{}, [{}], true].map((one) => [one, 'field.not-an-id'] as const)
const notId = [['abc', 'field.not-an-id'], [5, 'field.not-an-id'], ...shapes] as const
/** @param users ids that refer to people, and @param files ids that refer to files */
export function kindSamples(
  users: readonly string[] = ids,
  files: readonly string[] = ids,
): Record<Exclude<FieldKind, 'lines'>, KindSample> {
  const [one = '', two = '', three = ''] = users
  const [first = '', second = '', third = ''] = files
  return {
    ...wordKinds,
    ...figureKinds,
    ...optionKinds,
    ref: { field: f.ref('user'), stored: [one, two, three], given: [['', null]], refused: notId },
    person: { field: f.person(), stored: [one, two, three], given: [['', null]], refused: notId },
    refs: {
      field: f.refs('user'),
      stored: [[one], [two, three], []],
      given: [
        [
          [one, two, one],
          [one, two],
        ],
      ],
      refused: [
        ['x', 'field.list-expected'],
        [['x'], 'field.not-an-id'],
        [Array.from({ length: 501 }, () => one), 'field.too-long'],
      ],
    },
    filter: {
      field: f.filter('user'),
      stored: [{ name: 'x' }, { any: [{ email: { has: 'y' } }] }, {}],
      refused: [
        [[], 'filter.not-an-object'],
        ['x', 'filter.not-an-object'],
      ],
    },
    file: { field: f.file(), stored: [first, second, third], refused: notId },
    picture: { field: f.picture(), stored: [first, second, third], refused: notId },
  }
}
