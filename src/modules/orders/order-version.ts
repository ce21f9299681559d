/** What an order said before it was amended: its terms, without what happened to it since. */
import type { Draft } from '#kernel/entity/entity.ts'
import type { Fields } from '#kernel/field/field.ts'
import { Order, OrderLine } from './order.entity.ts'

/** No terms: the note is written at any time, the owner answers for every version. */
const beside = ['number', 'status', 'note', 'owner']

export function versionOf(order: Order): Draft<typeof Order> {
  const lines = order.lines.map((line) => ({ ...entered(OrderLine.fields, line), id: line.id }))
  return { ...entered(Order.fields, order), lines }
}

function entered(fields: Fields, row: object): object {
  const isTerm = (name: string) => {
    const field = fields[name]
    return field !== undefined && !field.computed && !beside.includes(name)
  }
  return Object.fromEntries(Object.entries(row).filter(([name]) => isTerm(name)))
}
