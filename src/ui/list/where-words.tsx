/** A filter as a sentence: conditions, alternatives in brackets, and what must not hold. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { FieldWhere, Where } from '#kernel/query/where.ts'
import { useT } from '#ui/base/house.tsx'
import { conditionText } from '#ui/field/condition-text.ts'
import { useTitles } from '#ui/field/filter-ref.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { fieldConditions, partsOf } from '#ui/field/where.ts'
import { Fragment, type ReactNode } from 'react'
import { ofPointer } from './condition-fields.ts'

function valuesOf(wanted: FieldWhere): unknown[] {
  if (Array.isArray(wanted)) return [...(wanted as unknown[])]
  if (typeof wanted !== 'object' || wanted === null) return [wanted]
  const not = (wanted as { not?: unknown }).not
  return Array.isArray(not) ? not : [not]
}

export function useConditionText(field: FieldMeta, wanted: FieldWhere): string {
  const t = useT()
  const reader = useReader()
  const titles = useTitles(field, field.target ? valuesOf(wanted) : [])
  return conditionText(field, wanted, { t, reader, titles })
}

function FieldWords({ field, wanted }: { field: FieldMeta; wanted: FieldWhere }) {
  return <>{useConditionText(field, wanted)}</>
}

interface WordsProps {
  where: Where
  fields: readonly FieldMeta[]
}

function Joined({ parts, word }: { parts: ReactNode[]; word: string }) {
  return parts.map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <span className="joint"> {word} </span>}
      {part}
    </Fragment>
  ))
}

/** Several alternatives stand in brackets where something stands beside them. */
function PartWords({ where, fields, isAlone }: WordsProps & { isAlone: boolean }) {
  const t = useT()
  if (where.any) {
    const choices = where.any.map((one, at) => <WhereWords key={at} where={one} fields={fields} />)
    const words = <Joined parts={choices} word={t('or')} />
    return isAlone ? words : <>({words})</>
  }
  if (where.not) {
    return (
      <>
        <span className="joint">{t('not')}</span> (<WhereWords where={where.not} fields={fields} />)
      </>
    )
  }
  if (where.search) return <>{t('Search: {text}', { text: where.search })}</>
  const [[name, wanted] = []] = fieldConditions(where)
  const field = fields.find((one) => one.name === name)
  return field && wanted !== undefined ? <FieldWords field={field} wanted={wanted} /> : null
}

export function WhereWords({ where, fields }: WordsProps) {
  const t = useT()
  const pointed = fields.map((field) => ofPointer(field, where))
  const targets = pointed.flatMap(({ name, targetIn }) => (targetIn && where[name] ? targetIn : []))
  const parts = partsOf(where).filter((part) => !targets.some((name) => part[name] !== undefined))
  const isAlone = parts.length === 1
  const words = parts.map((part, at) => (
    <PartWords key={at} where={part} fields={pointed} isAlone={isAlone} />
  ))
  return <Joined parts={words} word={t('and')} />
}
