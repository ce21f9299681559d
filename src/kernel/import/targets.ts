/** What a file's columns can be mapped to, with the names people use for it in three languages. */
import type { Person } from '../access/person.ts'
import type { Entity } from '../entity/entity.ts'
import type { Field } from '../field/field.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import { importFields } from './import-fields.ts'
import type { Target } from './mapping/target.ts'

export interface ImportTarget extends Target {
  /** Field of the entity; for a part of an address, the address. */
  of: string
  part: string | null
  definition: Field
}

const parts: [part: string, labels: string[]][] = [
  ['street', ['Address', 'Street', '地址', '街道', '詳細地址']],
  ['city', ['City', '城市', '市']],
  ['district', ['District', '區縣', '区县', '行政區']],
  ['region', ['Region', 'Province', 'State', '省', '省份', '州']],
  ['postalCode', ['Postal code', 'Zip', 'ZIP code', '郵遞區號', '邮编']],
  ['country', ['Country', '國家', '国家']],
]

/** Fields a person may fill; an address may come in one column or in its parts. */
export function importTargets(entity: Entity, person: Person): ImportTarget[] {
  const [traditional, simplified] = [catalogueOf('zh-Hant'), catalogueOf('zh-Hans')]
  const names = (english: string) =>
    [english, traditional[english], simplified[english]].filter((name) => name !== undefined)
  return Object.entries(importFields(entity, person)).flatMap(([name, field]): ImportTarget[] => {
    const labels = [...names(field.label ?? name), ...(field.alias ?? []), name]
    const required = field.required && field.default === undefined && !field.computed
    const whole = {
      field: name,
      of: name,
      part: null,
      labels,
      type: field.kind,
      required,
      definition: field,
    }
    if (field.kind !== 'address') return [whole]
    return parts.map(([part, words]) => ({
      ...whole,
      field: `${name}.${part}`,
      part,
      labels: part === 'street' ? [...labels, ...words] : words,
      type: part === 'street' ? 'address' : 'text',
    }))
  })
}
