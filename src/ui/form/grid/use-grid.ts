/** Holds a line grid together: cursor, typing, changes with undo, looking names up. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { newKey } from '#ui/base/key.ts'
import { usePhone } from '#ui/base/media.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { useMemo, useRef, useState } from 'react'
import { columnsOf } from '../form-layout.ts'
import { actionsOf } from './grid-actions.ts'
import type { GridCore } from './grid-actions.ts'
import { isBlank } from './grid-lines.ts'
import type { Line } from './grid-lines.ts'
import type { LineGridProps } from './grid-props.ts'
import { START, within } from './grid-state.ts'
import type { GridShape, GridState } from './grid-state.ts'
import { columnOf } from './grid-text.ts'
import { emptyStack, redone, remembered, undone } from './undo-stack.ts'
import { useLookUps } from './use-look-ups.ts'

export type Grid = GridCore & ReturnType<typeof actionsOf> & { failed: Failed }
type Failed = ReturnType<typeof useLookUps>['failed']

export function useGrid(props: LineGridProps): Grid {
  const { entity, rows: lines, refs, currency } = props
  const { today, user } = useHouse()
  const phone = usePhone()
  const reader = useReader()
  const columns = useColumns(props)
  const how = useMemo(() => ({ reader, refs, currency }), [reader, refs, currency])
  const shape = shapeOf(props, columns)
  const [held, hold] = useState<GridState>(START)
  const [sheet, openSheet] = useState<number | null>(null)
  const [focus] = useState(() => ({ isInside: false }))
  const [hasCursor, setCursor] = useState(!props.readOnly)
  const { change, step } = useChanges(props)
  const { failed } = useLookUps({
    lines,
    fields: entity.fields,
    onFound: props.onAnswer,
    onLearn: props.onLearn,
  })
  const core: GridCore = {
    props,
    lines,
    columns,
    shape,
    how,
    state: { ...held, at: within(held.at, shape), anchor: within(held.anchor, shape) },
    applying: { columns, maker: { fields: entity.fields, newKey }, today },
    user: user.id,
    phone,
    sheet,
    focus,
    hasCursor,
    showCursor: () => setCursor(true),
    hold,
    openSheet,
    change,
    step,
  }
  return { ...core, ...actionsOf(core), failed }
}

/** A column stays once it was shown: figures that come and go must not move the others about. */
function useColumns({ entity, rows, computed, readOnly }: LineGridProps): readonly FieldMeta[] {
  const [shown, show] = useState<readonly string[]>([])
  const now = columnsOf(entity, rows, computed ?? [], readOnly).map(({ name }) => name)
  const isGrown = now.some((name) => !shown.includes(name))
  if (isGrown) show([...new Set([...shown, ...now])])
  return useMemo(() => entity.fields.filter(({ name }) => shown.includes(name)), [entity, shown])
}

function shapeOf(props: LineGridProps, columns: readonly FieldMeta[]): GridShape {
  const last = props.rows.at(-1)
  return {
    rows: props.rows.length,
    columns: columns.map(columnOf),
    frozen: props.readOnly,
    lastIsBlank: last !== undefined && isBlank(last, props.entity.fields),
  }
}

/** Hands changes on and remembers what stood there before. */
function useChanges({ rows, onChange }: LineGridProps) {
  const stack = useRef(emptyStack<Line[]>())
  const change = (next: Line[]) => {
    if (next === rows) return
    stack.current = remembered(stack.current, rows)
    onChange(next)
  }
  const step = (by: 'undo' | 'redo') => {
    const stepped = (by === 'undo' ? undone : redone)(stack.current, rows)
    if (!stepped) return
    stack.current = stepped.stack
    onChange(stepped.state)
  }
  return { change, step }
}
