/** What is known of whom the agent calls: the record, people, talks, quotes and orders. */
import type { ListAnswer, RecordAnswer, WireRow } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useList, useRecord, type ListParams } from '#ui/base/queries.ts'
import { wallTimeOf } from '#ui/field/value/wall-time.ts'
import { callAdvice, type Advice } from './call-advice.ts'

export interface Called {
  entity: 'customer' | 'lead'
  record: RecordAnswer | undefined
  people: WireRow[]
  talks: ListAnswer | undefined
  quotes: WireRow[]
  orders: WireRow[]
  advice: Advice[]
}

export function useCalled(entry: WireRow): Called {
  const { today, company } = useHouse()
  const entity = entry['customer'] ? 'customer' : 'lead'
  const id = String(entry[entity])
  const isCustomer = entity === 'customer'
  const record = useRecord(entity, id).data
  const ofCustomer = { where: { customer: id }, limit: 20 }
  const people = useMay('contact', { ...ofCustomer, columns: peopleColumns }, isCustomer)
  const talks = useMay('interaction', {
    where: { [entity]: id },
    sort: '-happenedAt',
    columns: ['happenedAt', 'kind', 'direction', 'summary', 'result', 'nextStep', 'owner'],
    limit: 50,
  })
  const sent = { customer: id, status: 'sent' }
  const quotes = useMay('quote', { where: sent, sort: 'validUntil', columns: paper }, isCustomer)
  const running = { customer: id, status: ['draft', 'confirmed'] }
  const orders = useMay('order', { where: running, sort: '-number', columns: total }, isCustomer)
  const facts = { record, talks, quotes, today, zone: company.timeZone }
  return {
    entity,
    record,
    people: people?.rows ?? [],
    talks,
    quotes: quotes?.rows ?? [],
    orders: orders?.rows ?? [],
    advice: adviceOf(facts),
  }
}

const peopleColumns = ['name', 'jobTitle', 'role', 'phone', 'mobile', 'isPrimary', 'refuses']
const total = ['number', 'total', 'currency', 'status']
const paper = [...total, 'validUntil']

function useMay(entity: string, params: ListParams, isAsked = true): ListAnswer | undefined {
  const isReadable = useHouse().entities[entity] !== undefined
  return useList(entity, params, isReadable && isAsked).data
}

interface Known {
  record: RecordAnswer | undefined
  talks: ListAnswer | undefined
  quotes: ListAnswer | undefined
  today: string
  zone: string
}

function adviceOf({ record, talks, quotes, today, zone }: Known): Advice[] {
  const row: Readonly<Record<string, unknown>> = record?.row ?? {}
  const rows = talks?.rows ?? []
  const ending = (quotes?.rows ?? []).find((one) => text(one['validUntil']) !== null)
  const calls = rows.filter(({ kind }) => kind === 'call')
  return callAdvice({
    today,
    firstDealOn: text(row['firstDealOn']),
    lastDealOn: text(row['lastDealOn']),
    dealCount: Number(row['dealCount'] ?? 0),
    agreed: text(rows[0]?.['nextStep']),
    quote: ending
      ? { number: String(ending['number']), validUntil: String(ending['validUntil']) }
      : null,
    calls: calls.map((call) => ({
      hour: Number(wallTimeOf(String(call['happenedAt']), zone).slice(11, 13)),
      reached: call['result'] !== 'not-reached',
    })),
  })
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
