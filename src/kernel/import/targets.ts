/** What a file's columns can be mapped to, with the names people use for it in three languages. */
import type { Person } from '../access/person.ts'
import type { Entity } from '../entity/entity.ts'
import { addressParts, type AddressPart } from '../field/address-parts.ts'
import type { Field } from '../field/field.ts'
import { namesOf } from '../i18n/names.ts'
import { importFields } from './import-fields.ts'
import type { Target } from './mapping/target.ts'

export interface ImportTarget extends Target {
  /** Field of the entity; for a part of an address, the address. */
  of: string
  part: AddressPart | null
  definition: Field
}

/** What a column of this part may be called that does not say of which address. */
const usual: Readonly<Record<AddressPart['name'], readonly string[]>> = {
  street: ['Address', 'Street', '地址', '街道', '詳細地址'],
  city: ['City', '城市', '市'],
  district: ['District', '區縣', '区县', '行政區'],
  region: ['Region', 'Province', 'State', '省', '省份', '州'],
  postalCode: ['Postal code', 'Zip', 'ZIP code', '郵遞區號', '邮编'],
  country: ['Country', '國家', '国家'],
  lat: ['Latitude', '緯度', '纬度'],
  lng: ['Longitude', '經度', '经度'],
}

/** Fields a person may fill; an address comes in its parts, as an export writes it. */
export function importTargets(entity: Entity, person: Person): ImportTarget[] {
  return Object.entries(importFields(entity, person)).flatMap(([name, field]): ImportTarget[] => {
    const labels = [...namesOf(field.label ?? name), ...(field.alias ?? []), name]
    const required = field.required && field.default === undefined && !field.computed
    const whole = { of: name, required, unique: field.unique === true, definition: field }
    if (field.kind !== 'address')
      return [{ ...whole, field: name, part: null, labels, type: field.kind }]
    return addressParts.map((part) => ({
      ...whole,
      field: `${name}.${part.name}`,
      part,
      labels: [
        ...partNames(field.label ?? name, part.label),
        ...(part.name === 'street' ? labels : []),
        ...usual[part.name],
      ],
      type: part.name === 'street' ? 'address' : part.isDegree ? 'decimal' : 'text',
    }))
  })
}

/** 'Delivery address: City', in each language: one entity may have several addresses. */
function partNames(field: string, part: string): string[] {
  const parts = namesOf(part)
  return namesOf(field).map((name, at) => `${name}: ${parts[at]}`)
}
