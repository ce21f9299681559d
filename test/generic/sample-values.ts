/** A value that fits for every kind of field, so that a test can make any declared record. */
import { newId } from '#kernel/db/new-id.ts'
import { addDays } from '#kernel/time/date.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import type { Field, Fields } from '#kernel/field/field.ts'

/** What a sample may point to. */
export interface Surroundings {
  /** Rows made so far, by entity. */
  ids: ReadonlyMap<string, readonly string[]>
  people: readonly string[]
  today: string
  now: string
}

type Particular = (index: number, around: Surroundings) => Record<string, unknown>

/** There are no more lists of choices than these; a test adds some to those made at first. */
export const mostSamples: Readonly<Record<string, number>> = {
  'choice-list': 3,
  'required-field': 3,
}

const choiceLists = [
  { entity: 'customer', field: 'level', options: [{ label: 'Own' }] },
  { entity: 'customer', field: 'stage', options: [] },
  { entity: 'customer-address', field: 'kind', options: [] },
  { entity: 'product', field: 'kind', options: [] },
  { entity: 'account', field: 'kind', options: [] },
  { entity: 'stock-entry', field: 'kind', options: [] },
]

/** The program itself requires them, so that no other sample lacks what is asked. */
const requiredFields = [
  { entity: 'customer', field: 'name' },
  { entity: 'contact', field: 'name' },
  { entity: 'product', field: 'name' },
  { entity: 'lead', field: 'name' },
  { entity: 'quote', field: 'customer' },
  { entity: 'order', field: 'customer' },
]

/** What kinds of field cannot tell of these entities. */
const particular: Record<string, Particular> = {
  'stock-level': () => ({ onHand: '5', reserved: '2', available: '3' }),
  // Open, so that samples can be posted.
  books: () => ({ closedUntil: null }),
  share: () => ({ department: null }),
  'stock-place': () => ({ warehouse: null }),
  'ledger-line': () => ({ debit: '10', credit: '0' }),
  user: () => ({ roles: ['marketer'], active: true }),
  grant: (index) => ({ entity: 'unit', right: `do:${index}`, scope: null }),
  product: (index) => ({ kind: index % 3 === 2 ? 'service' : 'goods' }),
  // Another unit than the product's own, and for one more than those made at first a third.
  'product-unit': (index, { ids }) => ({
    unit: pick(ids.get('unit'), index + (index < 90 ? 1 : 2)),
  }),
  receivable: () => ({ settled: '0', baseSettled: '0' }),
  'custom-field': (index) => ({
    entity: 'department',
    kind: 'text',
    label: `Own ${index}`,
    required: false,
  }),
  // No two of the same customers are alike.
  'customer-relation': (index) => (index < 90 ? {} : { kind: 'supplies' }),
  'choice-list': (index) => choiceLists[index < 90 ? index : index - 87] ?? {},
  'required-field': (index) => requiredFields[index < 90 ? index : index - 87] ?? {},
  'lead-form': () => ({ asks: ['phone', 'need'], musts: ['phone'] }),
  'print-layout': () => ({ entity: 'unit', roles: null, drawing: { pages: [[]] } }),
  'listed-choice': () => ({ value: null, hidden: false }),
  'saved-report': () => ({ report: 'open-orders', asked: { sort: '-product' } }),
  task: (index) => ({ time: index % 2 === 0 ? null : '09:30' }),
  // It needs an address of its kind; a fax has no secret to be entered.
  'message-gateway': (index) =>
    index === 0
      ? { channel: 'fax', sendTo: null, faxDomain: 'fax.sample.example' }
      : { channel: 'sms', sendTo: 'https://sample.example/send', faxDomain: null },
  // Whose it is is known.
  message: (_, { ids }) => ({ interaction: pick(ids.get('interaction'), 0) }),
  // One may call them; an entry is for one of the two.
  customer: () => ({ refuses: ['fax'] }),
  lead: () => ({ refuses: ['fax'] }),
  'call-entry': (index, { ids }) => {
    if (index < 90) return index % 2 === 0 ? { customer: null } : { lead: null }
    // Another customer than those on the list already; its agents are not known by number.
    return { customer: pick(ids.get('customer'), index + 1), lead: null, owner: null }
  },
  'calling-hours': () => ({ begins: '09:00', ends: '18:00' }),
  'calendar-day': (index, { today }) => ({ day: addDays(today, index) }),
  // Each of a week, and of a month, of its own.
  'work-plan': (index, { today }) => ({ on: addDays(today, index * 7) }),
  'work-report': (index, { today }) => ({ on: addDays(today, index * -31) }),
  suggestion: (index, { ids }) => ({ to: null, department: pick(ids.get('department'), index) }),
  'saved-view': () => ({ entity: 'unit', where: {}, sort: 'name', columns: ['name'] }),
}

/** Fields of sample number `index`; computed ones too if `whole` (only the program writes them). */
export function sampleDraft(
  entity: Entity,
  index: number,
  around: Surroundings,
  whole: boolean,
): Record<string, unknown> {
  return sampleFields(entity.name, entity.fields, index, around, whole)
}

/** The input of an action, the parameters of a report. */
export function sampleInput(fields: Fields, index: number, around: Surroundings) {
  return sampleFields('input', fields, index, around, false)
}

function sampleFields(
  owner: string,
  fields: Fields,
  index: number,
  around: Surroundings,
  whole: boolean,
): Record<string, unknown> {
  const draft: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'state' || field.kind === 'serial') continue
    const needed = field.required && (field.default === undefined || field.default === null)
    if (field.computed && !(whole && needed)) continue
    const value = sampleValue(owner, name, field, index, around)
    if (value !== undefined) draft[name] = value
  }
  if ('entity' in draft && 'record' in draft) {
    draft.entity = 'customer'
    draft.record = pick(around.ids.get('customer'), index)
  }
  return { ...draft, ...particular[owner]?.(index, around) }
}

function sampleValue(
  owner: string,
  name: string,
  field: Field,
  index: number,
  around: Surroundings,
): unknown {
  if (field.kind === 'lines') {
    const lines = field.of as Entity
    return [sampleDraft(lines, index, around, true)]
  }
  if (field.kind === 'ref' || field.kind === 'refs' || field.kind === 'person') {
    return reference(name, field, index, around)
  }
  return plainValue(owner, name, field, index, around)
}

function reference(name: string, field: Field, index: number, around: Surroundings): unknown {
  if (field.kind === 'person') return pick(around.people, index)
  if (!field.target && name === 'line') return newId()
  const rows = around.ids.get(field.target ?? 'customer')
  // The ends of a movement, and of a relation, differ.
  const isEnd = name.startsWith('to') || name === 'other'
  const id = pick(rows, isEnd ? index + 1 : index)
  if (id === undefined) return undefined
  return field.kind === 'refs' ? [id] : id
}

function plainValue(
  owner: string,
  name: string,
  field: Field,
  index: number,
  around: Surroundings,
): unknown {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'richText':
      return text(owner, name, field, index)
    case 'integer':
      return Number(field.min ?? 1)
    case 'decimal':
    case 'money':
    case 'percent':
      return Number(field.min ?? 0) > 0 || field.places === 0 ? '1' : `${index + 1}.5`
    case 'date':
      return around.today
    case 'instant':
      return around.now
    case 'boolean':
      return index % 2 === 0
    case 'choice':
      return pick(field.options, index)?.value
    case 'choices':
      return [pick(field.options, index)?.value]
    case 'tags':
      return [`tag ${index}`]
    case 'phone':
      return `+88622712${String(1000 + index)}`
    case 'email':
      return `${owner}-${index}@sample.example`
    case 'url':
      return `https://sample.example/${owner}/${index}`
    case 'address':
      return { country: 'TW', region: '臺北市', city: '大安區', street: `仁愛路 ${index} 號` }
    case 'currency':
      return 'TWD'
    case 'json':
    case 'filter':
      return {}
    default:
      return undefined
  }
}

/** Texts of one entity share the word `sampleWord(entity)`, by which search finds all of them. */
export function sampleWord(entity: string): string {
  return `q${entity.replaceAll(/[^a-z]/gu, '')}`
}

function text(owner: string, name: string, field: Field, index: number): string {
  if (field.holds === 'time') return '09:30'
  if (field.pattern !== undefined) return `key-${index}`
  const words = `${sampleWord(owner)} ${name} ${index}`
  const most = field.maxLength ?? 500
  return words.length <= most ? words : `${index}${sampleWord(owner)}`.slice(0, most)
}

function pick<T>(list: readonly T[] | undefined, index: number): T | undefined {
  return list && list.length > 0 ? list[index % list.length] : undefined
}
