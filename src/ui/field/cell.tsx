/** Shows one value of a record, whatever its kind, for reading. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import './cell.css'
import { ChoiceCell, ChoicesCell, StateCell, TagsCell, YesNoCell } from './cell-choice.tsx'
import { AddressCell, EmailCell, PhoneCell, UrlCell } from './cell-contact.tsx'
import { FileCell, PictureCell } from './cell-file.tsx'
import { FigureCell, MoneyCell } from './cell-figure.tsx'
import { LinesCell, RefCell, RefsCell } from './cell-ref.tsx'
import { FilterCell } from './cell-filter.tsx'
import { JsonCell, LongTextCell, TextCell } from './cell-text.tsx'
import { DateCell, InstantCell } from './cell-time.tsx'
import { isNothing, type AnyRow } from './display.ts'

export interface CellProps {
  field: FieldMeta
  row: AnyRow
  refs?: RefTitles
  /** References are shown as text: the place around them is a link itself. */
  unlinked?: boolean
}

/** What each kind's cell is given: a value that is there. */
export interface KindProps {
  field: FieldMeta
  row: AnyRow
  value: unknown
  refs: RefTitles
  unlinked: boolean
}

const cells = {
  text: TextCell,
  serial: TextCell,
  currency: TextCell,
  longText: LongTextCell,
  richText: LongTextCell,
  integer: FigureCell,
  decimal: FigureCell,
  percent: FigureCell,
  money: MoneyCell,
  date: DateCell,
  instant: InstantCell,
  boolean: YesNoCell,
  choice: ChoiceCell,
  state: StateCell,
  choices: ChoicesCell,
  tags: TagsCell,
  ref: RefCell,
  person: RefCell,
  refs: RefsCell,
  lines: LinesCell,
  phone: PhoneCell,
  email: EmailCell,
  url: UrlCell,
  address: AddressCell,
  file: FileCell,
  picture: PictureCell,
  json: JsonCell,
  filter: FilterCell,
} satisfies Record<FieldMeta['kind'], (props: KindProps) => unknown>

const noRefs: RefTitles = {}

export function Cell({ field, row, refs = noRefs, unlinked = false }: CellProps) {
  const value = row[field.name]
  if (isNothing(value)) return <span className="faint">—</span>
  const Kind = cells[field.kind]
  return <Kind field={field} row={row} value={value} refs={refs} unlinked={unlinked} />
}
