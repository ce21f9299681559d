/** What a field is: a described value that knows its column, check, text and filters. */
import type { Sql } from '../db/sql.ts'
import type { FieldKind, OptionMeta } from '../http/wire.ts'
import type { Condition, Where } from '../query/where.ts'

export type { FieldKind } from '../http/wire.ts'

declare const valueType: unique symbol

export interface FieldOptions {
  label?: string
  help?: string
  required?: boolean
  unique?: boolean
  /** 'today', 'now', 'me', 'base' (company currency) or a plain value. */
  default?: unknown
  /** Words of this field are found by search. */
  search?: boolean
  /**
   * Roles that see it, that change it; absent = whoever may so do with the record. What is declared
   * here is where a company begins: administrators give and take both by role.
   */
  seenBy?: readonly string[]
  changedBy?: readonly string[]
  /** The program alone reads it: no person, not even an administrator, is ever shown it. */
  secret?: true
  /** Lines: the record is whole without any. */
  mayBeNone?: true
  /** Only the program writes it. */
  computed?: boolean
  /** Computed, but a new record may bring it along from a file, as another program kept it. */
  broughtIn?: true
  options?: readonly OptionMeta[]
  /** The options are the house's kinds of record that people write; filled in by the registry. */
  optionsFrom?: 'records'
  /** A company may rename, order and stop offering the options; with 'more' also add to them. */
  ownChoices?: 'named' | 'more'
  /** Asked only where the sibling field has one of these values. */
  when?: Readonly<Record<string, readonly string[]>>
  /** A company added it: its value lies in `extra`. */
  extra?: true
  /** Required since the company said so: records of before may have no value. */
  late?: true
  target?: string
  /** Of which entity the id is, says the sibling field of this name. */
  targetIn?: string
  /** False: the target shows no list of the records that point to it by this field. */
  related?: false
  /**
   * The row is a part of the record it names, and no use of it: it goes and comes back with it. Who
   * names the part uses the record.
   */
  part?: true
  pick?: Where
  /** A picker offers those that have the same value in the field of this name as the record. */
  within?: string
  /** The records it may point to are steps in their own order: a board has a column for each. */
  asSteps?: true
  currency?: string
  places?: number
  min?: string
  max?: string
  maxLength?: number
  fills?: Record<string, string>
  pattern?: string
  /** Numbers may be missing where the program was killed; nobody waits for another's number. */
  gaps?: boolean
  /** JSON that is a filter of the entity which this sibling field names. */
  filterOf?: string
  /** Kind 'filter': the entity whose records it picks. */
  asks?: string
  /** JSON that is a list of short texts, such as names of columns; a text that is a time of day. */
  holds?: 'texts' | 'time'
  /** Other names under which an import recognises the column. */
  alias?: readonly string[]
  /**
   * Text that is the company's number in the register of its country: the sibling address of this
   * name says which.
   */
  registerOf?: string
  /** Its own index, for lists sorted or filtered by it at a million rows. */
  index?: boolean
}

/** A field of value V; `required` narrows null away. Plain data but for the lines' entity. */
export interface Field<
  V = unknown,
  R extends boolean = boolean,
  K extends FieldKind = FieldKind,
> extends Omit<FieldOptions, 'required'> {
  kind: K
  required: R
  /** 'customer.phone': under this name roles are given or refused its sight and change. */
  home?: string
  /** Entity of the rows (kind 'lines'). */
  of?: { name: string; fields: Fields }
  /** Phantom: carries the value's type to `Row`. */
  readonly [valueType]?: V
}

export type Fields = Record<string, Field>

/** The value of a field as it stands in a row. */
export type ValueOf<F> = F extends Field<infer V, infer R> ? (R extends true ? V : V | null) : never

export type Operator = keyof Condition | 'equal'

/** What a check may need to know of the place it runs in. */
export interface Place {
  today: string
  now: Date
  timeZone: string
  /** ISO 3166 code of the company: default country of phones and addresses. */
  country: string
  /** Base currency of the company. */
  currency: string
  me: string | null
}

/** The behaviour of one kind of field; one file per kind. */
export interface FieldType {
  /** SQL type of its column; null when it has none (lines). */
  column: string | null
  /**
   * Turns input of API, form or import into the stored value.
   * @throws {Refusal} `field.…` when the value does not fit
   */
  parse(value: unknown, field: Field, place: Place): unknown
  /** Cell of a file → input for `parse`. Refs and people are resolved by the importer. */
  fromText(text: string, field: Field, place: Place): unknown
  /** Stored value → cell of a file, text of the history. */
  toText(value: unknown, field: Field): string
  operators: readonly Operator[]
  /** What `has` looks into, of the column and of a loaded value, where they are no text. */
  inWords?: { sql(column: Sql): Sql; text(value: unknown): string }
  /** Texts that search should find. */
  words?(value: unknown): string[]
  /** Found by its characters alone: nobody types an address or a note by its sound. */
  silent?: true
  /** Stored value → parameter of the driver, where they differ. */
  toColumn?(value: unknown): unknown
  sortable: boolean
  groupable: boolean
}
