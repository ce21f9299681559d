/** What travels between server and browser: the described house, as far as this person may see. */
import type { ReportMeta } from './report-wire.ts'
import type { Tone } from '../action/action.ts'
import type { Where } from '../query/where.ts'
import type { CompanyMeta, MenuMeta } from './answers.ts'
import type { RelatedMeta } from './wire-related.ts'

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
  | 'filter'

export interface OptionMeta {
  value: string
  label: string
  /** One of the quiet status colours. */
  tone?: 'grey' | 'blue' | 'green' | 'ochre' | 'red' | 'brand'
  /** Records may have it, but nobody chooses it any more. */
  hidden?: boolean
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
  /** Required since the company said so: records of before may have no value. */
  late?: boolean
  /** A company may rename, order and stop offering the options; with 'more' also add to them. */
  ownChoices?: 'named' | 'more'
  /** Target entity of ref, refs and person; entity of the rows of lines. */
  target?: string
  /** A ref to a record of any entity: the sibling field that names the entity. */
  targetIn?: string
  /** A filter: of which kind of record it picks some. */
  asks?: string
  /** Narrows the records a picker offers. */
  pick?: Where
  /** A picker offers those that have the same value in the field of this name as the record. */
  within?: string
  /** The records it may point to are steps in their own order: a board has a column for each. */
  asSteps?: true
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
  /** Text: a company's register number; the sibling address of this name says of which country. */
  registerOf?: string
  /** Asked only where the sibling field has one of these values. */
  when?: Readonly<Record<string, readonly string[]>>
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
  /** State it ends in, or one of these; absent = the state stays. */
  to?: string[]
  input: FieldMeta[]
  /** Field of the record that it gives a value to → the input that says which. */
  sets?: Readonly<Record<string, string>>
  /** Shown before it runs, e.g. 'The goods go back to stock.' */
  confirm?: string
  /** The person must say why. */
  reason?: boolean
  tone?: Tone
  /** After success, open the record the action answers with: { entity, id }. */
  opens?: boolean
  /** Without a connection it waits in the browser until it can be sent. */
  offline?: boolean
}

export interface TabMeta {
  key: string
  label: string
  where: Where
}

/** Its input has the name of the day that the calendar goes by; what else it asks is asked once. */
export interface PutOnDaysMeta {
  entity: string
  action: string
}

/** Names of fields: a day, a time ('14:30'; empty: any time of the day), minutes, a person. */
export interface HoursMeta {
  day: string
  time: string
  minutes: string
  person: string
}

export interface ListMeta {
  columns: string[]
  /** '-createdAt' = newest first. */
  sort: string
  tabs: TabMeta[]
  /** Fields whose sums stand in the head of the list, over all filtered rows. */
  totals: string[]
  /** Fields added up per column of a board and per band of a table. */
  amounts: string[]
}

/** A block of the form: a row of fields, or a single wide field (lines, long text). */
export type FormBlock = string[] | string | { title: string; rows: (string[] | string)[] }

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
  /** What it is for; said where there is none of it yet. */
  purpose?: string
  /** Entity whose records bring the first of it about, where this person may see them. */
  begins?: string
  /** Field that names a record. */
  title: string
  /** Second line in pickers and on the phone. */
  subtitle: string[]
  fields: FieldMeta[]
  state?: StateMeta
  list: ListMeta
  /** Its records stand among the hours of a day. */
  hours?: HoursMeta
  /** Records that lie beside its calendar, to be put onto days. */
  putOnDays?: PutOnDaysMeta
  form: FormBlock[]
  /** Only ever shown inside its parent. */
  isLine: boolean
  /** The company has one of it, shown with the company's settings. */
  isSingle: boolean
  /** Records shown first thing, as long as they are so, and what to do about them. */
  alarm?: { where: Where; text: string; tells: string }
  actions: ActionMeta[]
  related: RelatedMeta[]
  /** Fields that tell that a record may be there already; absent: it is not looked for. */
  duplicates?: string[]
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

/** Answer of GET /api/meta. */
export interface HouseMeta {
  /** The last change heard of when this was asked, as the stream of events names it. */
  last: string
  company: CompanyMeta
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
  /** Address of the pictures of maps with {z}, {x}, {y}, '' without any; whose they are. */
  map: { tiles: string; attribution: string }
  version: string
}

export type * from './answers.ts'
export type * from './report-wire.ts'
