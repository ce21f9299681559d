/** The first noun, what the house keeps: a literal gives table, checks, API, list, form, rights. */
import type { Field, Fields, ValueOf } from '../field/field.ts'
import { f, labelOf, type Id } from '../field/f.ts'
import type { FormBlock, HoursMeta, PutOnDaysMeta } from '../http/wire.ts'
import type { LikenessKind, LikenessRule } from '../likeness/rule.ts'
import type { Where } from '../query/where.ts'

/** Rows a right reaches: all of them, or those a filter picks. */
export type Scope = 'all' | Where

/** Roles that hold a right, with the rows it reaches. 'everyone' = whoever is signed in. */
export type Grant = readonly string[] | Readonly<Record<string, Scope>>

export interface Access {
  read: Grant
  create?: Grant
  update?: Grant
  delete?: Grant
  export?: Grant
  import?: Grant
  merge?: Grant
  /** A ref field: who may see that record may see this. 'record' = by entity + record fields. */
  inherit?: string
  /** Adding, changing and removing takes this right to the record it hangs on; absent = sight. */
  onRecord?: 'update'
  /** With inherit 'record': names a second record; seen by those who may merge the two. */
  joins?: string
}

export interface ListShape {
  columns: readonly string[]
  /** '-number' = descending. */
  sort?: string
  tabs?: Readonly<Record<string, Where>>
  /** Summed over all rows in the head of the list. */
  totals?: readonly string[]
  /** Summed per group, where a sum over all rows would be slow; absent = the totals. */
  amounts?: readonly string[]
}

export interface EntitySpec<F extends Fields = Fields> {
  label: { one: string; many: string }
  /** Field that names a record. */
  title: Extract<keyof F, string>
  subtitle?: readonly Extract<keyof F, string>[]
  icon?: string
  /** What it is for, and what to do first: said where there is none of it yet. */
  purpose?: string
  /** Entity whose records bring the first of it about. */
  begins?: string
  fields: F
  access: Access
  /** Frozen rows: which, and which fields stay open. */
  locked?: { when: Where; except?: readonly string[] }
  list?: ListShape
  form?: readonly FormBlock[]
  /** States shown as steps, in order; the others are ends such as 'cancelled'. */
  steps?: readonly string[]
  /** Field sets that are unique together in the company. */
  unique?: readonly (readonly string[])[]
  /** Further indexes, each beginning with the company. '-field' = descending. */
  indexes?: readonly (readonly string[])[]
  /** SQL conditions the database checks as a second wall, by name. */
  checks?: Readonly<Record<string, string>>
  /** Books: rows are only ever added. No form, no update, no delete. */
  appendOnly?: boolean
  /** Written by actions and the program alone; no generic create, update, delete, import. */
  managed?: boolean
  /** Records shown first thing to all who may read them, as long as they are so. */
  alarm?: { when: Where; text: string; tells: string }
  /** How the program is set up, no business of the company: it takes no own fields. */
  isSetting?: boolean
  /** The company has one of it, shown with the company's settings. */
  single?: boolean
  /**
   * Stands in the line of time of the records it points to: at which moment, with which text,
   * which choice says of what kind it was, and whose work it was.
   */
  timeline?: { at: string; text: string; kind?: string; by?: string }
  /** Where it stands among the hours of a calendar: day, time of day, minutes, and whose it is. */
  hours?: HoursMeta
  /** Other records that lie beside its calendar, and the action that puts one onto a day. */
  putOnDays?: PutOnDaysMeta
  /**
   * Rows that many writes touch, of what other rows say already: only unique sets and declared
   * indexes are kept, and references are not checked by the database once more.
   */
  busy?: boolean
  /** Rows of a document (defineLines). */
  isLine?: boolean
  /** Books that point here by entity and record, listed on the record's page. */
  related?: readonly string[]
  /** Fields that tell that two records may mean the same, and how each is compared. */
  duplicates?: Readonly<Partial<Record<Extract<keyof F, string>, LikenessKind>>>
  /**
   * It points by entity and record to records of any kind that people write, and stands on the page
   * of each: as a list of those that `listed` picks, and for a new one.
   */
  onAnyRecord?: { listed?: Where }
}

/** As declared, but names of fields are plain text: any entity fits where one is asked for. */
export interface Entity<N extends string = string, F extends Fields = Fields> extends Omit<
  EntitySpec<F>,
  'title' | 'subtitle' | 'duplicates'
> {
  title: string
  subtitle?: readonly string[]
  duplicates?: LikenessRule
  name: N
  /** Name of its table. */
  table: string
}

/** What every stored record has beside its declared fields. */
export interface System<N extends string = string> {
  id: Id<N>
  /** Counts the writes; the lost-update check compares it. */
  version: number
  createdAt: string
  createdBy: Id<'user'> | null
  updatedAt: string
  updatedBy: Id<'user'> | null
  deletedAt: string | null
}

export const systemFields = {
  createdAt: f.derived(f.instant({ required: true, label: 'Created' })),
  createdBy: f.derived(f.person({ label: 'Created by' })),
  updatedAt: f.derived(f.instant({ required: true, label: 'Changed' })),
  updatedBy: f.derived(f.person({ label: 'Changed by' })),
} satisfies Fields

/** A record as the program reads it. */
export type Row<E> =
  E extends Entity<infer N, infer F> ? System<N> & { [K in keyof F]: ValueOf<F[K]> } : never

/** What one gives to make a record: any of the fields. */
export type Draft<E> = E extends { fields: infer F }
  ? { [K in keyof F]?: DraftValue<F[K]> | null }
  : never

type DraftValue<F> =
  F extends Field<infer V, boolean, infer K> ? (K extends 'lines' ? LineDraft<V> : V) : never
type LineDraft<V> = V extends readonly (infer L)[] ? { [P in keyof L]?: L[P] | null }[] : never

/** Declares an entity. Labels not given are made of the names; see the guide in CONTRIBUTING. */
export function defineEntity<const N extends string, const F extends Fields>(
  name: N,
  spec: EntitySpec<F>,
): Entity<N, F> {
  const fields = Object.fromEntries(
    Object.entries(spec.fields).map(([key, field]) => [
      key,
      { ...field, label: field.label ?? labelOf(key), ...homeOf(name, spec.title, key, field) },
    ]),
  ) as F
  return { ...spec, fields, name, table: tableName(name) } as Entity<N, F>
}

/** What names a record, and the state that its actions go by, are never cut. */
function homeOf(entity: string, title: string, key: string, { kind }: Field): Pick<Field, 'home'> {
  return key === title || kind === 'state' ? {} : { home: `${entity}.${key}` }
}

/** Declares the rows of a document, e.g. order lines; they live and die with it. */
export function defineLines<const N extends string, const F extends Fields>(
  name: N,
  spec: Pick<EntitySpec<F>, 'label' | 'fields' | 'checks' | 'indexes'> & {
    title?: Extract<keyof F, string>
  },
): Entity<N, F> {
  const title = spec.title ?? (Object.keys(spec.fields)[0] as Extract<keyof F, string>)
  return defineEntity(name, { ...spec, title, isLine: true, access: { read: [] } })
}

/** 'order-line' → 'order_line'. */
export function tableName(name: string): string {
  return name.replaceAll('-', '_')
}

/** 'unitPrice' → 'unit_price'. */
export function columnName(field: string): string {
  return field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
}

/** Declared and system fields of an entity, by name. */
export function allFields(entity: Entity): Fields {
  return entity.isLine ? entity.fields : { ...entity.fields, ...systemFields }
}

/** The declared or system field of that name; names such as 'constructor' are none. */
export function fieldNamed(entity: Entity, name: string): Field | undefined {
  const fields = allFields(entity)
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** The state field of an entity, if it has one. */
export function stateField(entity: Entity): string | null {
  return Object.keys(entity.fields).find((name) => entity.fields[name]?.kind === 'state') ?? null
}

/** The field that tells whose a record is, if it has one. */
export function ownerField(entity: Entity): string | null {
  return entity.fields['owner']?.kind === 'person' ? 'owner' : null
}

/** The entities of the lines fields, with the field that holds them. */
export function lineFields(entity: Entity): [field: string, lines: Entity][] {
  return Object.entries(entity.fields)
    .filter(([, field]) => field.kind === 'lines')
    .map(([name, field]) => [name, field.of as Entity])
}

/** No person writes these; the program does, when a person writes others. */
export function isByProgram({ managed, appendOnly, isLine }: Entity): boolean {
  return managed === true || appendOnly === true || isLine === true
}

/** Which fields stay as they are in a record that is locked. */
export function frozenFields({ fields, locked }: Entity): 'all' | string[] {
  const open = locked?.except ?? []
  return open.length === 0 ? 'all' : Object.keys(fields).filter((field) => !open.includes(field))
}
