/** What a role may do with a field: as declared, or as an administrator changed it. */
import type { RightChange, RightsAnswer } from './rights.ts'

export interface FieldLine {
  entity: string
  /** The kind of record on whose page it stands; differs for fields of lines. */
  of: string
  field: string
  label: string
  computed?: true
  /** Roles it is declared for; absent = whoever may so do with the record. */
  seenBy?: readonly string[]
  changedBy?: readonly string[]
}

export type FieldLevel = 'hidden' | 'see' | 'change'

export interface FieldReach {
  level: FieldLevel
  declared: FieldLevel
}

/** What a role has of a field now, and what it would have had. */
export function fieldReach(answer: RightsAnswer, line: FieldLine, role: string): FieldReach {
  const [sees, changes] = [isDeclared(line.seenBy, role), isDeclared(line.changedBy, role)]
  const has = (verb: 'see' | 'change', declared: boolean) =>
    changeOf(answer, line, role, verb)?.allowed ?? declared
  return {
    level: levelOf(line, has('see', sees), has('change', changes)),
    declared: levelOf(line, sees, changes),
  }
}

export function levelsOf({ computed }: FieldLine): FieldLevel[] {
  return computed ? ['hidden', 'see'] : ['hidden', 'see', 'change']
}

export interface FieldGrant {
  right: string
  allowed: boolean
  change: RightChange | undefined
}

/** The rights to give or take so that the role has the field as wished. */
export function grantsFor(
  answer: RightsAnswer,
  line: FieldLine,
  role: string,
  wished: FieldLevel,
): FieldGrant[] {
  const { level } = fieldReach(answer, line, role)
  const grant = (verb: 'see' | 'change', allowed: boolean): FieldGrant => {
    return { right: `${verb}:${line.field}`, allowed, change: changeOf(answer, line, role, verb) }
  }
  if (wished === 'hidden') return level === 'hidden' ? [] : [grant('see', false)]
  const seen = level === 'hidden' ? [grant('see', true)] : []
  const may = changeOf(answer, line, role, 'change')?.allowed ?? isDeclared(line.changedBy, role)
  const isWrong = line.computed !== true && may !== (wished === 'change')
  return isWrong ? [...seen, grant('change', wished === 'change')] : seen
}

function levelOf({ computed }: FieldLine, sees: boolean, changes: boolean): FieldLevel {
  if (!sees) return 'hidden'
  return changes && !computed ? 'change' : 'see'
}

function isDeclared(roles: readonly string[] | undefined, role: string): boolean {
  return roles === undefined || roles.includes(role) || roles.includes('everyone')
}

function changeOf(answer: RightsAnswer, line: FieldLine, role: string, verb: string) {
  const right = `${verb}:${line.field}`
  return answer.changes.find(
    (each) => each.role === role && each.entity === line.entity && each.right === right,
  )
}
