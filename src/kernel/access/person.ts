/** Who asks: the person of a request, with roles and reporting line already known. */
import type { Locale } from '../http/wire.ts'
import type { FieldRights } from './fields.ts'

export interface Person {
  /** Null for the program itself (jobs, set-up). */
  id: string | null
  name: string
  roles: readonly string[]
  /** This person and everyone below in the reporting line. */
  team: readonly string[]
  department: string | null
  /** Everyone of the department, this person too. */
  colleagues: readonly string[]
  locale: Locale
  /** What administrators changed of the sight and change of fields, for these roles. */
  fieldRights: FieldRights
  /** Entities of which at least one record is shared with this person. */
  shared: readonly string[]
  /** About to leave the company: exports nothing any more. */
  isLeaving: boolean
  /** Narrows an API key: '*', 'order:read', 'order:*', '*:read'. Null = whatever the person may. */
  scopes: readonly string[] | null
}

/** The role that may do everything in its company. */
export const administrator = 'administrator'

/** An administrator in full: a key that is narrower than the person is none. */
export function isAdministrator({ roles, scopes }: Person): boolean {
  return roles.includes(administrator) && (scopes === null || scopes.includes('*'))
}

/** A narrow key knows of what was begun with one as narrow, and goes on with nothing else. */
export function isAsWide({ scopes }: Person, begunWith: Person['scopes']): boolean {
  if (scopes === null || scopes.includes('*')) return true
  return JSON.stringify(scopes) === JSON.stringify(begunWith)
}

/** What the person may do without what others shared. */
export function withoutShares(person: Person): Person {
  return { ...person, shared: [] }
}

/** The program acting for itself: jobs and set-up. Never given to a request. */
export const program: Person = {
  id: null,
  name: 'Shangmai',
  roles: [administrator],
  team: [],
  department: null,
  colleagues: [],
  locale: 'en',
  fieldRights: new Map(),
  shared: [],
  isLeaving: false,
  scopes: null,
}
