/** Colleagues to be added: lines of a small table, typed or pasted from a spreadsheet. */

export interface Newcomer {
  name: string
  email: string
  /** Key of a role, '' while none is chosen. */
  role: string
}

interface Role {
  key: string
  name: string
}

export const blank: Newcomer = { name: '', email: '', role: '' }

export function isBlank({ name, email }: Newcomer): boolean {
  return name.trim() === '' && email.trim() === ''
}

/** @returns null for text that is not a table: it belongs into the one field */
export function pastedRows(text: string, roles: readonly Role[]): Newcomer[] | null {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n+$/u, '').split('\n')
  if (lines.length === 1 && !text.includes('\t')) return null
  return lines.filter((line) => line.trim() !== '').map((line) => newcomerOf(line, roles))
}

/** The cells may stand in any order: an @ tells the e-mail, a known name the role. */
function newcomerOf(line: string, roles: readonly Role[]): Newcomer {
  const cells = line.split('\t').map((cell) => cell.trim())
  const email = cells.find((cell) => cell.includes('@')) ?? ''
  const role = cells.map((cell) => roleOf(cell, roles)).find((key) => key !== '') ?? ''
  const name = cells.find((cell) => cell !== '' && cell !== email && roleOf(cell, roles) === '')
  return { name: name ?? '', email, role }
}

function roleOf(cell: string, roles: readonly Role[]): string {
  const folded = cell.toLowerCase()
  const known = roles.find(({ key, name }) => key === folded || name.toLowerCase() === folded)
  return known?.key ?? ''
}

/** Puts the pasted lines in from this line on; what stood there before is replaced. */
export function withPasted<T extends Newcomer>(
  rows: readonly T[],
  at: number,
  pasted: readonly T[],
): T[] {
  return [...rows.slice(0, at), ...pasted, ...rows.slice(at + pasted.length)]
}
