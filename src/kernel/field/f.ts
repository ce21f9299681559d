/** The words with which a module declares its fields. */
import type { OptionMeta } from '../http/wire.ts'
import type { Where } from '../query/where.ts'
import type { Address } from '../text/address.ts'
import type { Field, FieldKind, FieldOptions, Fields, ValueOf } from './field.ts'

declare const idOf: unique symbol

/** The id of a record of entity N; ids of different entities do not mix. */
export type Id<N extends string = string> = string & { readonly [idOf]?: N }

type Required<O> = O extends { required: true } ? true : false
type Plain = Omit<FieldOptions, 'options' | 'target' | 'targetIn'>
type Option = string | OptionMeta

function make<V, K extends FieldKind>(kind: K) {
  return <const O extends Plain>(options?: O): Field<V, Required<O>, K> => {
    const field: Field = { kind, required: false, ...(options as FieldOptions) }
    return field as Field<V, Required<O>, K>
  }
}

function optionsOf(options: readonly Option[]): OptionMeta[] {
  return options.map((option) =>
    typeof option === 'string' ? { value: option, label: labelOf(option) } : option,
  )
}

/** 'part-paid' → 'Part paid', 'unitPrice' → 'Unit price'. */
export function labelOf(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The fields with a label each, made of the name where none is given. */
export function labelled<F extends Fields>(fields: F): F {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { ...field, label: field.label ?? labelOf(name) },
    ]),
  ) as F
}

type OptionValue<O> = O extends string ? O : O extends { value: infer V extends string } ? V : never

export const f = {
  text: make<string, 'text'>('text'),
  longText: make<string, 'longText'>('longText'),
  richText: make<string, 'richText'>('richText'),
  integer: make<number, 'integer'>('integer'),
  decimal: make<string, 'decimal'>('decimal'),
  money: make<string, 'money'>('money'),
  percent: make<string, 'percent'>('percent'),
  date: make<string, 'date'>('date'),
  instant: make<string, 'instant'>('instant'),
  phone: make<string, 'phone'>('phone'),
  email: make<string, 'email'>('email'),
  url: make<string, 'url'>('url'),
  address: make<Address, 'address'>('address'),
  file: make<Id<'file'>, 'file'>('file'),
  picture: make<Id<'file'>, 'picture'>('picture'),
  currency: make<string, 'currency'>('currency'),
  json: make<unknown, 'json'>('json'),
  tags: make<string[], 'tags'>('tags'),

  /** A filter that people put together, of the records of that entity; empty picks all of them. */
  filter<const O extends Plain>(asks: string, options?: O): Field<Where, Required<O>, 'filter'> {
    const field: Field = { required: false, ...(options as Plain), kind: 'filter', asks }
    return field as Field<Where, Required<O>, 'filter'>
  },

  boolean(options: Plain = {}): Field<boolean, true, 'boolean'> {
    return { kind: 'boolean', default: false, ...options, required: true }
  },

  /** One of a few options, e.g. `f.choice(['company', 'person'])`. */
  choice<const L extends readonly Option[], const O extends Plain>(list: L, options?: O) {
    const field: Field = {
      required: false,
      ...(options as Plain),
      kind: 'choice',
      options: optionsOf(list),
    }
    return field as Field<OptionValue<L[number]>, Required<O>, 'choice'>
  },

  choices<const L extends readonly Option[]>(list: L, options: Plain = {}) {
    const field: Field = { required: false, ...options, kind: 'choices', options: optionsOf(list) }
    return field as Field<OptionValue<L[number]>[], false, 'choices'>
  },

  /** The state of a document; starts in the first; changed only by actions. */
  state<const L extends readonly Option[]>(list: L, options: Plain = {}) {
    const states = optionsOf(list)
    const field: Field = {
      label: 'Status',
      ...options,
      kind: 'state',
      required: true,
      computed: true,
      options: states,
      default: states[0]?.value,
    }
    return field as Field<OptionValue<L[number]>, true, 'state'>
  },

  ref<const N extends string, const O extends Plain>(target: N, options?: O) {
    const field: Field = { required: false, ...(options as Plain), kind: 'ref', target }
    return field as Field<Id<N>, Required<O>, 'ref'>
  },

  /** The id of a record of any entity; a sibling field `entity` names which. */
  record<const O extends Plain>(
    options?: O,
  ): Field<Id, O extends { required: false } ? false : true, 'ref'> {
    const field: Field = {
      label: 'Record',
      targetIn: 'entity',
      required: true,
      ...(options as Plain),
      kind: 'ref',
    }
    return field as Field<Id, O extends { required: false } ? false : true, 'ref'>
  },

  /** The id of a row that only the program follows, such as the line a stock move is for. */
  rowId<const O extends Plain>(options?: O) {
    const field: Field = { required: false, ...(options as Plain), kind: 'ref' }
    return field as Field<Id, Required<O>, 'ref'>
  },

  refs<const N extends string>(target: N, options: Plain = {}) {
    const field: Field = { required: false, ...options, kind: 'refs', target }
    return field as Field<Id<N>[], false, 'refs'>
  },

  /** A user; `default: 'me'` is the person who writes the record. */
  person<const O extends Plain>(options?: O) {
    const field: Field = { required: false, ...(options as Plain), kind: 'person', target: 'user' }
    return field as Field<Id<'user'>, Required<O>, 'person'>
  },

  /** Rows owned by the document; written and frozen with it. */
  lines<const E extends { name: string; fields: Fields }>(of: E, options: Plain = {}) {
    const field: Field = {
      label: 'Lines',
      ...options,
      kind: 'lines',
      required: true,
      of,
      target: of.name,
    }
    return field as unknown as Field<LineRow<E>[], true, 'lines'>
  },

  /**
   * Number of the document, e.g. `f.serial('SO-{year}{month}-{0000}')`. With `gaps` nobody waits
   * for the number of another's record; one may be missing where the program was killed.
   */
  serial(pattern: string, options: Plain & { gaps?: true } = {}): Field<string, true, 'serial'> {
    return {
      label: 'Number',
      search: true,
      unique: true,
      ...options,
      kind: 'serial',
      required: true,
      computed: true,
      pattern,
    }
  },

  /** Stored, but computed by the program: no form or import sets it. */
  derived<F extends Field>(field: F): F {
    return { ...field, computed: true }
  },
}

type LineRow<E extends { name: string; fields: Fields }> = {
  id: Id<E['name']>
  position: number
} & {
  [K in keyof E['fields']]: ValueOf<E['fields'][K]>
}
