/** A layout while it is drawn: pages with elements, each with a name of its own. */

/** An element as the drawing board knows it; what else it has depends on its type. */
export interface DrawnElement {
  [property: string]: unknown
  name: string
  type: string
  position: { x: number; y: number }
  width: number
  height: number
  /** What it shows while it is drawn; printed only where no field is named. */
  content?: string
  /** Whose value is printed: `customer`, `customer.phone`, `@company.name`. */
  field?: string
  /** Fields of the lines that a table shows, with their headings. */
  columns?: string[]
  head?: string[]
  headWidthPercentages?: number[]
}

export interface Drawing {
  pages: DrawnElement[][]
}

export const emptyDrawing: Drawing = { pages: [[]] }

/** What the server kept; anything else is an empty page. */
export function drawingFrom(kept: unknown): Drawing {
  const pages = typeof kept === 'object' && kept !== null ? (kept as Partial<Drawing>).pages : null
  if (!Array.isArray(pages) || pages.length === 0) return emptyDrawing
  const named: DrawnElement[][] = pages.map((page, at) =>
    page.map((element, index) => ({ ...element, name: element.name || `${at + 1}.${index + 1}` })),
  )
  return { pages: named }
}

/** The name with a number behind it where another element has it. */
export function freeName({ pages }: Drawing, wished: string): string {
  const taken = new Set(pages.flat().map(({ name }) => name))
  let name = wished
  for (let count = 2; taken.has(name); count += 1) name = `${wished} ${count}`
  return name
}

interface Board {
  height: number
  edge: number
}

/** Puts an element on a page, below what lies there as long as there is room. */
export function withElement(
  drawing: Drawing,
  at: number,
  element: DrawnElement,
  { height, edge }: Board,
): Drawing {
  const page = drawing.pages[at] ?? []
  const below = Math.max(edge, ...page.map((one) => one.position.y + one.height + 2))
  const fits = below + element.height <= height - edge
  const position = { x: edge, y: fits ? below : edge }
  const placed = { ...element, name: freeName(drawing, element.name), position }
  return { pages: drawing.pages.with(at, [...page, placed]) }
}

/** The drawing with one element changed, which is told by its name. */
export function withChange(
  { pages }: Drawing,
  name: string,
  change: Partial<DrawnElement>,
): Drawing {
  const changed = (one: DrawnElement): DrawnElement =>
    one.name === name ? { ...one, ...change } : one
  return { pages: pages.map((page) => page.map(changed)) }
}
