/** The rows that a right reaches, in words: 'Salesperson is this person'. */
import { fieldNamed, type Entity } from '../entity/entity.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import type { Translator } from '../i18n/message.ts'
import type { FieldWhere, Where } from '../query/where.ts'

/** Each condition of the filter by itself; all of them hold together. */
export function scopeWords(entity: Entity, scope: Where, t: Translator): string[] {
  return Object.entries(scope).flatMap(([key, wanted]) => {
    if (wanted === undefined) return []
    if (key === 'any') {
      const choices = (wanted as readonly Where[]).map((one) => scopeWords(entity, one, t))
      return [choices.map((one) => t('{conditions}', { conditions: one })).join(` ${t('or')} `)]
    }
    if (key === 'not')
      return [t('not: {conditions}', { conditions: scopeWords(entity, wanted as Where, t) })]
    return [conditionWords(key, fieldNamed(entity, key), wanted as FieldWhere, t)]
  })
}

const people: Record<string, string> = {
  me: '{field} is this person',
  'my-team': '{field} is this person or below in the reporting line',
  'my-department': '{field} is of the same department',
}

function conditionWords(
  name: string,
  declared: Field | undefined,
  wanted: FieldWhere,
  t: Translator,
): string {
  const field = t(declared?.label ?? name)
  const pointing = declared !== undefined && typeOf(declared).column === 'uuid'
  const person = typeof wanted === 'string' && pointing ? people[wanted] : undefined
  if (person) return t(person, { field })
  const isList = Array.isArray(wanted)
  if (wanted === null) return t('{field} is empty', { field })
  if (declared === undefined || pointing || (typeof wanted === 'object' && !isList))
    return t('{field} fits a condition', { field })
  const values = [wanted].flat().map((one) => t(typeOf(declared).toText(one, declared)))
  return t('{field} is {values}', { field, values })
}
