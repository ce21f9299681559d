/** What travels between server and browser: the described house, as far as this person may see. */
import type { Where } from '../query/where.ts'

export type Locale = 'en' | 'zh-Hant' | 'zh-Hans'

/** The kinds of field a screen knows how to show, enter and filter. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'richText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'instant'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'state'
  | 'ref'
  | 'refs'
  | 'lines'
  | 'serial'
  | 'phone'
  | 'email'
  | 'url'
  | 'address'
  | 'file'
  | 'picture'
  | 'tags'
  | 'person'
  | 'currency'
  | 'json'

export interface OptionMeta {
  value: string
  label: string
  /** One of the quiet status colours. */
  tone?: 'grey' | 'blue' | 'green' | 'ochre' | 'red' | 'brand'
}

/** One field, labels already in the reader's language. */
export interface FieldMeta {
  name: string
  kind: FieldKind
  label: string
  required?: boolean
  unique?: boolean
  /** Written by the program only (derived, serial, state). */
  computed?: boolean
  /** This person may see it but not change it. */
  readOnly?: boolean
  help?: string
  /** Options of choice, choices and state. */
  options?: OptionMeta[]
  /** Target entity of ref, refs and person; entity of the rows of lines. */
  target?: string
  /** A ref to a record of any entity: the sibling field that names the entity. */
  targetIn?: string
  /** Narrows the records a picker offers. */
  pick?: Where
  /** Money: name of the sibling field that holds the currency; absent = the company's currency. */
  currency?: string
  /** Decimal places shown and accepted (decimal, percent, money's unit prices). */
  places?: number
  /** Value a new record starts with ('today', 'me' already resolved). */
  initial?: unknown
  /** Smallest accepted value (inclusive), largest accepted value (inclusive). */
  min?: string
  max?: string
  maxLength?: number
  /** May be used in filters, as a list column, as a sort key, as a group. */
  filterable: boolean
  listable: boolean
  sortable: boolean
  groupable: boolean
  /** Ref fields: filled by the picked record, { product: { unitPrice: 'price', unit: 'unit' } }. */
  fills?: Record<string, string>
}

export interface StateMeta {
  field: string
  /** Steps shown as chevrons, in order; others (cancelled) only when they are the present one. */
  steps: string[]
}

export interface ActionMeta {
  name: string
  label: string
  /** 'one' record, or the whole 'collection' (no record). */
  on: 'one' | 'collection'
  /** States in which it is possible; absent = always. */
  from?: string[]
  input: FieldMeta[]
  /** Shown before it runs, e.g. 'The goods go back to stock.' */
  confirm?: string
  /** The person must say why. */
  reason?: boolean
  tone?: 'primary' | 'danger'
  /** After success, open the record the action answers with: { entity, id }. */
  opens?: boolean
}

export interface TabMeta {
  key: string
  label: string
  where: Where
}

export interface ListMeta {
  columns: string[]
  /** '-createdAt' = newest first. */
  sort: string
  tabs: TabMeta[]
  /** Fields whose sums stand in the head of the list, over all filtered rows. */
  totals: string[]
}

/** A block of the form: a row of fields, or a single wide field (lines, long text). */
export type FormBlock = string[] | string | { title: string; rows: (string[] | string)[] }

/** Records of another entity that point to this one. */
export interface RelatedMeta {
  entity: string
  /** What points, as a filter asks for it: 'order', or 'lines.order' where a line does. */
  field: string
  label: string
  /** Label of the pointing field: tells two lists of one entity apart. */
  by: string
  columns: string[]
  /** What the list is asked beside it. */
  where: Record<string, string>
}

export interface PrintMeta {
  name: string
  label: string
  /** What is asked before printing. */
  options: FieldMeta[]
}

export interface EntityMeta {
  name: string
  label: { one: string; many: string }
  icon?: string
  /** Field that names a record. */
  title: string
  /** Second line in pickers and on the phone. */
  subtitle: string[]
  fields: FieldMeta[]
  state?: StateMeta
  list: ListMeta
  form: FormBlock[]
  /** Only ever shown inside its parent. */
  isLine: boolean
  /** The company has one of it, shown with the company's settings. */
  isSingle: boolean
  /** Records shown first thing, as long as they are so, and what to do about them. */
  alarm?: { where: Where; text: string; tells: string }
  actions: ActionMeta[]
  related: RelatedMeta[]
  prints: PrintMeta[]
  /** What this person may do at all (rows may narrow it further). */
  may: {
    create: boolean
    update: boolean
    delete: boolean
    export: boolean
    import: boolean
    merge: boolean
  }
}

export interface ReportMeta {
  name: string
  label: string
  description?: string
  group: string
  params: FieldMeta[]
  columns: FieldMeta[]
  totals: string[]
  chart?: { kind: 'bar' | 'line' | 'pie'; by: string; value: string }
  /** Opens the rows behind a figure: where = { field of the entity: column of the report }. */
  open?: { entity: string; where: Record<string, string> }
}

export interface MenuMeta {
  group: string
  entries: { label: string; icon?: string; entity?: string; report?: string; screen?: string }[]
}

/** Answer of GET /api/meta. */
export interface HouseMeta {
  company: { name: string; currency: string; timeZone: string; country: string }
  user: {
    id: string
    name: string
    email: string
    roles: string[]
    locale: Locale
    initials: string
  }
  today: string
  entities: Record<string, EntityMeta>
  reports: Record<string, ReportMeta>
  menu: MenuMeta[]
  /** Names of the custom screens this person may open, by path. */
  screens: string[]
  /** Messages of the reader's language: English → text. Empty for English. */
  messages: Record<string, string>
  version: string
}

export type * from './answers.ts'
