/** Options: a state as a coloured dot with its name, a grade as a badge, tags as quiet labels. */
import type { FieldMeta, OptionMeta } from '#kernel/http/wire.ts'
import { useReader } from './use-reader.ts'
import type { KindProps } from './cell.tsx'

/** One letter or sign. */
export function isGrade(label: string): boolean {
  return /^.$/u.test(label)
}

function optionOf(field: FieldMeta, value: unknown): OptionMeta {
  const text = String(value)
  return field.options?.find((option) => option.value === text) ?? { value: text, label: text }
}

/** A coloured dot before the words; colour never stands alone. */
export function Dot(props: { tone?: OptionMeta['tone']; label: string }) {
  return (
    <span className="dot">
      <i className={`dot-mark tone-${props.tone ?? 'grey'}`} aria-hidden />
      <span className="clip">{props.label}</span>
    </span>
  )
}

export function StateCell({ field, value }: KindProps) {
  const { tone, label } = optionOf(field, value)
  return <Dot {...(tone && { tone })} label={label} />
}

/** One letter is a grade and gets a badge; an option with a colour gets a dot. */
export function ChoiceCell({ field, value }: KindProps) {
  const { tone, label } = optionOf(field, value)
  if (isGrade(label)) return <span className={`badge badge-${tone ?? 'grey'}`}>{label}</span>
  return tone ? <Dot tone={tone} label={label} /> : <>{label}</>
}

function Labels(props: { labels: string[] }) {
  return (
    <span className="labels">
      {props.labels.map((label) => (
        <span key={label} className="label">
          {label}
        </span>
      ))}
    </span>
  )
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

export function ChoicesCell({ field, value }: KindProps) {
  return <Labels labels={listOf(value).map((one) => optionOf(field, one).label)} />
}

export function TagsCell({ value }: KindProps) {
  return <Labels labels={listOf(value).map(String)} />
}

export function YesNoCell({ value }: KindProps) {
  const { yes, no } = useReader()
  return value === true ? <>{yes}</> : <span className="faint">{no}</span>
}
