/** A record on paper with a layout that the company drew. */
import type { Sight } from '../../access/scope.ts'
import { fail } from '../../base/fail.ts'
import { sql } from '../../db/sql.ts'
import type { Entity } from '../../entity/entity.ts'
import type { House } from '../../house.ts'
import type { Speech } from '../../http/voice.ts'
import { checkedDrawing } from './check-print-layout.ts'
import { drawingOf, type Drawing } from './drawing.ts'
import { filled } from './fill.ts'
import { pageSize, type Orientation, type Paper } from './paper.ts'
import { printDrawn } from './press.ts'

/** A layout as it is kept, or as somebody is just drawing it. */
export interface Drawn {
  name: string
  paper: Paper
  orientation: Orientation
  drawing: Drawing
}

/** @throws {Refusal} `route.not-found` (404) for a layout that is not there any more */
export async function drawnLayout(
  database: House['database'],
  tenant: string,
  id: string,
): Promise<Drawn> {
  const [row] = await database.read<Omit<Drawn, 'drawing'> & { drawing: unknown }>(
    tenant,
    sql`select p.name, p.paper, p.orientation, p.drawing from print_layout p
      where p.tenant = ${tenant} and p.id = ${id}::uuid and p.deleted_at is null`,
  )
  if (!row) fail('route.not-found', {}, { status: 404 })
  return { ...row, drawing: drawingOf(row.drawing) }
}

/** What is drawn but not kept yet. @throws {Refusal} `print-layout.…` */
export function unkeptDrawing(sight: Sight, entity: Entity, given: unknown): Drawing {
  const fieldsOf = (name: string) => sight.registry.entities.get(name)?.fields ?? {}
  return checkedDrawing(fieldsOf, entity.name, given)
}

export interface DrawnPaper {
  /** The name of the layout and of the record. */
  title: string
  pdf: Uint8Array<ArrayBuffer>
}

/**
 * The record with what this person may see of it; places of anything else stay empty.
 * @throws {Refusal} `record.not-found` (404), `print-layout.picture`
 */
export async function drawnPaper(
  { house, sight, speech }: { house: House; sight: Sight; speech: Speech },
  entity: Entity,
  id: string,
  { name, paper, orientation, drawing }: Drawn,
): Promise<DrawnPaper> {
  const { database, companies } = house
  const { reader } = sight
  const company = await companies.of(reader.tenant)
  const { locale, t } = speech
  const filling = { database, sight, company, wording: { locale, t, reader } }
  const { pages, named } = await filled(filling, entity, id, drawing)
  const title = [name, named].filter(Boolean).join(' ')
  const size = pageSize(paper, orientation)
  const pdf = await printDrawn({ title, size, pages, locale, printedAt: reader.now })
  return { title, pdf }
}
