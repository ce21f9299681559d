/** Which records are taken for the same, and which only look alike. */
import { expect, test } from 'vitest'
import type { Values } from '../entity/parse-draft.ts'
import { featuresOf } from './features.ts'
import { keysOf } from './keys.ts'
import { likenessOf, worthKeeping, worthSaying } from './score.ts'
import type { LikenessRule } from './rule.ts'

const firm = { name: 'name', phone: 'phone', email: 'email', web: 'web', taxId: 'number' } as const
const human = { name: 'person', customer: 'within', phone: 'phone', email: 'email' } as const
const thing = { code: 'code', name: 'item', spec: 'spec' } as const

function compare(rule: LikenessRule, one: Values, other: Values) {
  const [a, b] = [featuresOf(rule, one), featuresOf(rule, other)]
  const [there, back] = [likenessOf(a, b), likenessOf(b, a)]
  expect(back).toEqual(there)
  const keys = new Set(keysOf(b))
  return { ...there, areNear: keysOf(a).some((key) => keys.has(key)) }
}

test.each([
  ['legal form and script', '宏達貿易股份有限公司', '宏达贸易有限公司', 'same-name'],
  ['place in front', '臺北市宏達貿易有限公司', '宏達貿易', 'same-name'],
  ['place in brackets', '宏达(上海)贸易有限公司', '上海宏达贸易有限公司', 'same-name'],
  ['province and its city', '广东省深圳市宏达贸易', '广东宏达贸易有限公司', 'same-name'],
  ['full width', 'ABC貿易', 'abc 貿易', 'same-name'],
  ['sound', '宏达贸易有限公司', '鸿达贸易有限公司', 'same-sound'],
  ['Latin letters for Chinese', 'Hongda Maoyi Co., Ltd.', '宏达贸易', 'same-sound'],
  ['short for long', '宏達', '宏達國際貿易股份有限公司', 'shorter-name'],
  ['a slip in a long name', '上海三国未来贸易', '上海三国末来贸易', 'similar-name'],
  ['a slip behind the name', '宏达机戒设备有限公司', '宏达机械设备有限公司', 'similar-name'],
  ['case, form and a letter', 'Alfreds Futterkiste GmbH', 'ALFRED FUTTERKISTE', 'similar-name'],
  ['order of words', 'Great Lakes Food Market', 'Food Market Great Lakes', 'same-name'],
])('%s: the same', (_, one, other, reason) => {
  const { score, reasons, areNear } = compare(firm, { name: one }, { name: other })
  expect([reasons, areNear]).toEqual([[reason], true])
  expect(score).toBeGreaterThanOrEqual(worthKeeping)
})

test.each([
  ['another name in the same trade', '宏达贸易有限公司', '宏运贸易有限公司'],
  ['another trade', '宏达科技有限公司', '宏达贸易有限公司'],
  ['another city', '上海宏达贸易有限公司', '北京宏达贸易有限公司'],
  ['the same place and form', '上海优萃生物科技有限公司', '上海佰医合生物科技有限公司'],
  ['another number', '第一機械廠', '第二機械廠'],
  ['another Latin name', 'Island Trading', 'Iceland Trading'],
])('%s: two', (_, one, other) => {
  expect(compare(firm, { name: one }, { name: other }).score).toBeLessThan(worthSaying)
})

test('ways to reach somebody speak for themselves, and more so with a name', () => {
  const phone = '+886223456789'
  const same = compare(firm, { name: '大同', phone }, { name: '立群', phone: `${phone};ext=12` })
  expect(same).toEqual({ score: 75, reasons: ['same-phone'], areNear: true })
  const email = 'sales@hongda.com.tw'
  const both = { name: '宏達', phone, email }
  expect(compare(firm, both, { ...both, email: 'SALES@hongda.com.tw' }).score).toBe(99)
  const web = { name: '立群', web: 'https://www.hongda.com.tw/about' }
  const domain = { score: 30, reasons: ['same-domain'], areNear: false }
  expect(compare(firm, { name: '大同', email }, web)).toEqual(domain)
  const [one, other] = ['a@gmail.com', 'b@gmail.com']
  expect(compare(firm, { name: '大同', email: one }, { name: '立群', email: other })).toEqual({
    score: 0,
    reasons: [],
    areNear: false,
  })
})

test('a tax number decides, for and against', () => {
  const name = '宏達貿易'
  const same = compare(firm, { name, taxId: '1234-5678' }, { name: '立群', taxId: '12345678' })
  expect(same).toMatchObject({ score: 97, reasons: ['same-number'] })
  const other = compare(firm, { name, taxId: '12345678' }, { name, taxId: '12345679' })
  expect(other.score).toBeLessThan(worthSaying)
})

test('many persons have one name; at one customer hardly two', () => {
  const [a, b] = ['c1', 'c2']
  const common = compare(human, { name: '王伟', customer: a }, { name: '王偉', customer: b })
  expect(common.score).toBeGreaterThanOrEqual(worthSaying)
  expect(common.score).toBeLessThan(worthKeeping)
  const here = compare(human, { name: '王伟', customer: a }, { name: '王偉', customer: a })
  expect(here).toMatchObject({ reasons: ['same-name', 'same-place'], areNear: true })
  expect(here.score).toBeGreaterThanOrEqual(worthKeeping)
  expect(compare(human, { name: '王伟' }, { name: '王薇' }).score).toBeLessThan(worthSaying)
})

test('things are the same by code, or by name and specification; sizes are not', () => {
  const bolt = { code: 'HB-0820', name: '六角螺絲', spec: 'M8×20 mm' }
  expect(compare(thing, bolt, { ...bolt, code: 'X1', spec: 'M8 * 20MM' })).toMatchObject({
    score: 83,
    reasons: ['same-name', 'same-spec'],
  })
  expect(compare(thing, bolt, { ...bolt, code: 'X2', spec: 'M8×30 mm' }).score).toBeLessThan(30)
  const coded = { code: 'hb0820', name: '內六角螺栓', spec: null }
  expect(compare(thing, bolt, coded)).toMatchObject({ score: 70, reasons: ['same-code'] })
  const [oil, oil2] = [{ name: '機油 5W30' }, { name: '機油 10W40' }]
  expect(compare(thing, oil, oil2).score).toBeLessThan(worthSaying)
})

test('a record without anything that tells has no keys but harmless ones', () => {
  expect(keysOf(featuresOf(firm, { name: null, phone: '' }))).toEqual([])
  expect(compare(firm, { name: '...' }, { name: '!!!' }).score).toBeLessThan(worthSaying)
})
