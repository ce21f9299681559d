/** The company and the rights of its roles, as they are read and changed. */
import { setUpSteps } from '../../session/set-up-steps.ts'
import {
  anything,
  list,
  map,
  object,
  oneOf,
  orNull,
  text,
  uuid,
  whole,
  yesNo,
  type Json,
} from './schema.ts'

const place = {
  name: text,
  currency: text,
  timeZone: text,
  country: text,
  locale: oneOf('zh-Hant', 'zh-Hans', 'en'),
}
const contact = {
  legalName: orNull(text),
  taxId: orNull(text),
  phone: orNull(text),
  email: orNull(text),
  website: orNull(text),
  address: orNull(map(anything)),
  setUp: orNull(oneOf(...setUpSteps)),
}
const series = object({ series: text, label: text, pattern: text, standard: text, example: text })

export const company: Json = object({ ...place, ...contact, series: list(series) })

/** A filter, 'all', or nothing. */
const scope: Json = { anyOf: [oneOf('all', null), map(anything)] }
const roles = list(text)
const given = list(object({ right: text, label: text, only: list(text) }))

export const administratorSchemas = {
  viewed: object({
    name: text,
    isAdministrator: yesNo,
    maySignIn: yesNo,
    kinds: list(
      object({
        entity: text,
        label: text,
        count: orNull(object({ value: whole, capped: yesNo })),
        rights: given,
        actions: given,
        hidden: list(text),
      }),
    ),
    reports: list(text),
  }),
  companyChange: object({}, { ...place, ...contact, numbering: map(text) }),
  rights: object({
    roles: list(object({ id: uuid, key: text, name: text })),
    changes: list(
      object({
        id: uuid,
        version: whole,
        role: text,
        entity: text,
        right: text,
        allowed: yesNo,
        scope,
      }),
    ),
    lines: list(
      object({ entity: text, right: text, label: text, declared: map(scope) }, { inherits: text }),
    ),
    fields: list(
      object(
        { entity: text, of: text, field: text, label: text },
        { computed: yesNo, seenBy: roles, changedBy: roles },
      ),
    ),
  }),
}
