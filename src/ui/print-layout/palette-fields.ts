/** What of a record, of what it points to and of the company can be put on a layout. */
import type { EntityMeta, FieldMeta, HouseMeta } from '#kernel/http/wire.ts'
import type { TableColumn } from './elements.ts'

export interface PaletteField {
  path: string
  label: string
}

export interface PaletteGroup {
  key: string
  label: string
  fields: PaletteField[]
}

type Entities = HouseMeta['entities']
type Translate = (english: string) => string

/** The program's own notes on a record are nothing for paper. */
const ofProgram = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'])
const unprinted = new Set(['json', 'filter', 'lines', 'file', 'picture', 'richText', 'refs'])
const figures = new Set(['integer', 'decimal', 'money', 'percent'])

function isPrinted({ name, kind, target }: FieldMeta): boolean {
  if (ofProgram.has(name) || name === 'deletedAt' || unprinted.has(kind)) return false
  return kind !== 'ref' || target !== undefined
}

const ownFields = ({ fields }: EntityMeta) => fields.filter(isPrinted)

/** The record's fields first, then those of each record that it points to. */
export function paletteOf(entity: EntityMeta, entities: Entities, t: Translate): PaletteGroup[] {
  const own = ownFields(entity).map(({ name, label }) => ({ path: name, label }))
  const further = ownFields(entity).flatMap(({ name, kind, label, target = '' }) => {
    const there = kind === 'ref' ? entities[target] : undefined
    if (!there) return []
    const fields = ownFields(there).map((one) => ({
      path: `${name}.${one.name}`,
      label: `${label} · ${one.label}`,
    }))
    return [{ key: name, label, fields }]
  })
  const record = { key: '', label: entity.label.one, fields: own }
  return [record, ...further, { key: '@', label: t('Company and paper'), fields: besideOf(t) }]
}

function besideOf(t: Translate): PaletteField[] {
  return [
    { path: '@company.name', label: t('Name of the company') },
    { path: '@company.address', label: t('Address of the company') },
    { path: '@company.taxId', label: t('Tax ID of the company') },
    { path: '@company.phone', label: t('Phone of the company') },
    { path: '@company.email', label: t('Email of the company') },
    { path: '@company.website', label: t('Website of the company') },
    { path: '@printed.on', label: t('Day of printing') },
    { path: '@printed.by', label: t('Who prints') },
    { path: '@page', label: t('Page number') },
  ]
}

/** The columns that a table of these lines can have; the first counts them. */
export function columnsOf(lines: EntityMeta, t: Translate): TableColumn[] {
  const own = ownFields(lines).map(({ name, label, kind }) => ({
    path: name,
    label,
    isFigure: figures.has(kind),
  }))
  return [{ path: '@line', label: t('No.'), isFigure: false }, ...own]
}

/** The columns that a table has at first: as many as a sheet takes well. */
export function usualColumns(lines: EntityMeta, t: Translate): TableColumn[] {
  const usual = new Set(lines.list.columns)
  const all = columnsOf(lines, t)
  const listed = all.filter(({ path }) => path === '@line' || usual.has(path))
  return (listed.length > 2 ? listed : all).slice(0, 7)
}

/** The tables of lines that a record has. */
export function linesOf(entity: EntityMeta, entities: Entities) {
  return entity.fields.flatMap((field) => {
    const lines = field.kind === 'lines' ? entities[field.target ?? ''] : undefined
    return lines ? [{ field, lines }] : []
  })
}

/** What a code is read for: the number, else what no two records share, else the title. */
export function codeFieldOf({ fields, title }: EntityMeta): PaletteField {
  const number = fields.find(({ kind }) => kind === 'serial')
  const unlike = fields.find(({ kind, unique }) => kind === 'text' && unique === true)
  const found = number ?? unlike ?? fields.find(({ name }) => name === title)
  return { path: found?.name ?? title, label: found?.label ?? '' }
}
