/** Writes whole rows of an entity by COPY, as fast as the database takes them. */
import type { Writable } from 'node:stream'
import { once } from 'node:events'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { parameterOf } from '#kernel/entity/columns.ts'
import { columnName, type Entity } from '#kernel/entity/entity.ts'
import { initialValue, type Values } from '#kernel/entity/parse-draft.ts'
import type { Place } from '#kernel/field/field.ts'
import { storedFields } from '#kernel/query/select.ts'

export interface Copy {
  add(row: Values): Promise<void>
  end(): Promise<void>
}

const chunk = 1 << 18

/** A record as the program would first write it: what is not given has its initial value. */
export function wholeRow(entity: Entity, given: Values & { id: string }, place: Place) {
  const row: Values & { id: string } = { ...given }
  for (const [field, declared] of Object.entries(entity.fields))
    if (!(field in given)) row[field] = initialValue(declared, place)
  return row
}

/** Rows of an entity; `row` carries what `wholeRow` answers, lines also `parent` and `position`. */
export function copyEntity(client: Client, entity: Entity, tenant: string): Copy {
  const fields = storedFields(entity)
  const lead = entity.isLine ? ['tenant', 'id', 'parent', 'position'] : ['tenant', 'id']
  const columns = [...lead, ...fields.map((field) => `"${columnName(field)}"`)]
  return copyTable(client, entity.table, columns, (row) => [
    tenant,
    row.id,
    ...(entity.isLine ? [row.parent, row.position] : []),
    ...fields.map((field) => parameterOf(entity, field, row[field])),
  ])
}

export function copyTable(
  client: Client,
  table: string,
  columns: readonly string[],
  valuesOf: (row: Values) => unknown[],
): Copy {
  const stream = client.query(copyFrom(`copy "${table}" (${columns.join(', ')}) from stdin`))
  let text = ''
  return {
    async add(row) {
      text += `${valuesOf(row).map(cell).join('\t')}\n`
      if (text.length < chunk) return
      await put(stream, text)
      text = ''
    },
    async end() {
      if (text !== '') await put(stream, text)
      const done = once(stream, 'finish')
      stream.end()
      await done
    },
  }
}

async function put(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return String.raw`\N`
  if (Array.isArray(value)) return escaped(`{${value.map((one) => `"${one}"`).join(',')}}`)
  return escaped(String(value))
}

function escaped(text: string): string {
  if (!/[\\\t\n]/.test(text)) return text
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\t', ' ')
    .replaceAll('\n', ' ')
}
