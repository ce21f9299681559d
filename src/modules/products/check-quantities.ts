/** What people enter as a quantity fits its unit, and the unit its product. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { failInput, type FieldProblem } from '#kernel/base/fail.ts'
import { normal, type Decimal } from '#kernel/money/decimal.ts'
import { measuresOf, stockQuantity, type Measure } from './measures.ts'

export interface Entered {
  id?: string
  product: string
  unit?: string | null
  quantity: Decimal
}

interface Facts {
  row: { lines: readonly Entered[] }
  before?: { lines: readonly Entered[] }
}

/** Listens to what is added and changed; lines that stay as they were are not asked again. */
export async function checkQuantities(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { row, before } = facts as unknown as Facts
  await checkLines(ctx, row.lines, before?.lines)
}

/** The same for documents that follow others: what was agreed in a unit goes on in it. */
export async function checkAgreed(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { row, before } = facts as unknown as Facts
  await checkLines(ctx, row.lines, before?.lines, 'agreed')
}

/**
 * @param way 'agreed': also in a packing unit that was removed meanwhile
 * @throws {Refusal} `input.invalid` with `quantity.other-unit`, `field.too-many-places` or
 *   `quantity.not-whole` at each faulty line
 */
export async function checkLines(
  ctx: Ctx,
  lines: readonly Entered[],
  before: readonly Entered[] = [],
  way: 'new' | 'agreed' = 'new',
): Promise<void> {
  const known = new Map(before.map((line) => [line.id, line]))
  const entered = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => !isSame(line, known.get(line.id)))
  const asked = entered.map(({ line }) => line)
  const measures = await measuresOf(ctx, asked)
  const problems = entered.flatMap(({ line, index }, at) => {
    const measure = measures[at]
    if (!measure) return []
    const isGone = measure.isGone && way === 'new'
    return problemsOf(line, `lines.${index}`, { ...measure, isGone })
  })
  if (problems.length > 0) failInput(problems)
}

function isSame(line: Entered, other: Entered | undefined): boolean {
  return (
    other !== undefined &&
    line.product === other.product &&
    (line.unit ?? null) === (other.unit ?? null) &&
    normal(line.quantity) === normal(other.quantity)
  )
}

function problemsOf({ quantity }: Entered, field: string, measure: Measure): FieldProblem[] {
  const { factor, isGone, places, ownPlaces } = measure
  if (factor === null || isGone)
    return [{ field: `${field}.unit`, rule: 'quantity.other-unit', facts: {} }]
  if (placesOf(quantity) > (places ?? 6))
    return [{ field: `${field}.quantity`, rule: 'field.too-many-places', facts: { places } }]
  const own = stockQuantity(quantity, measure)
  if (placesOf(own) <= (ownPlaces ?? 6)) return []
  const facts = { quantity: own, places: ownPlaces }
  return [{ field: `${field}.quantity`, rule: 'quantity.not-whole', facts }]
}

function placesOf(quantity: Decimal): number {
  return normal(quantity).split('.')[1]?.length ?? 0
}
