/** A print layout on the drawing board: palette, page, preview, and nothing lost on the way. */
import type { EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { isOrientation, isPaper, pageSize } from '#kernel/print/drawn/paper.ts'
import { useEntity, useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Page } from '#ui/base/page.tsx'
import { useRecord, useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { ApiProblem } from '#ui/base/api.ts'
import { IconArrowBackUp, IconArrowForwardUp, IconEye } from '@tabler/icons-react'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { drawingFrom, withChange, withElement, type DrawnElement } from './drawing.ts'
import { DrawingBoard } from './drawing-board.tsx'
import { ElementField } from './element-field.tsx'
import { LayoutPreview } from './layout-preview.tsx'
import { Palette } from './palette.tsx'
import { TableColumns } from './table-columns.tsx'
import { useDrawing, type DrawingSteps } from './use-drawing.ts'
import './draw.css'

export function DrawPage({ id }: { id: string }) {
  const t = useT()
  const phone = usePhone()
  const answer = useRecord('print-layout', id)
  if (answer.error) return <ProblemNotice problem={answer.error} />
  if (!answer.data) return <Waiting />
  const title = textOf(answer.data.row['name'])
  if (phone)
    return (
      <Page title={title}>
        <p className="draw-narrow">{t('Draw on a larger screen: a page does not fit here.')}</p>
      </Page>
    )
  return <Drawing answer={answer.data} />
}

function Drawing({ answer }: { answer: RecordAnswer }) {
  const t = useT()
  const { row } = answer
  const known = useHouse().entities[textOf(row['entity'])]
  const steps = useDrawing(
    row.id,
    useMemo(() => drawingFrom(row['drawing']), [row]),
  )
  const [isShown, show] = useState(false)
  const saving = useSaveDrawing(row.id, row.version, steps)
  useDrawKeys(steps)
  if (!known)
    return <p className="draw-narrow">{t('This kind of record is not there any more.')}</p>
  const buttons = (
    <DrawButtons
      steps={steps}
      onShow={() => show(true)}
      onSave={saving.save}
      isBusy={saving.isBusy}
    />
  )
  return (
    <Page fills title={textOf(row['name'])} beside={known.label.one} actions={buttons}>
      <ProblemNotice problem={saving.problem} />
      {steps.wasLeft && steps.isChanged && <LeftNotice onDiscard={steps.discard} />}
      <Desk entity={known} layout={layoutOf(row)} steps={steps} />
      {isShown && (
        <LayoutPreview
          entity={known}
          layout={{ ...layoutOf(row), drawing: steps.drawing }}
          onClose={() => show(false)}
        />
      )}
    </Page>
  )
}

interface DeskProps {
  entity: EntityMeta
  layout: ReturnType<typeof layoutOf>
  steps: DrawingSteps
}

/** The palette and the page beside it. */
function Desk({ entity, layout: { paper, orientation }, steps }: DeskProps) {
  const t = useT()
  const [page, setPage] = useState(0)
  const [chosen, choose] = useState<string[]>([])
  const sheet = useMemo(() => pageSize(paper, orientation), [paper, orientation])
  const add = (element: DrawnElement) =>
    steps.draw(withElement(steps.drawing, page, element, sheet))
  const element = chosen.length === 1 ? elementNamed(steps, chosen[0]) : undefined
  const change = (more: Partial<DrawnElement>) =>
    element && steps.draw(withChange(steps.drawing, element.name, more))
  return (
    <div className="draw">
      <aside className="draw-side" aria-label={t('What can be put on the page')}>
        {element?.type === 'table' && (
          <TableColumns entity={entity} table={element} onChange={change} />
        )}
        {element && element.type !== 'table' && element.field !== undefined && (
          <ElementField entity={entity} element={element} onChange={change} />
        )}
        <Palette entity={entity} room={sheet.width - 2 * sheet.edge} onAdd={add} />
      </aside>
      <DrawingBoard
        drawing={steps.drawing}
        sheet={sheet}
        onDraw={steps.draw}
        onSettle={steps.settle}
        onSelect={choose}
        onPage={setPage}
      />
    </div>
  )
}

function elementNamed({ drawing }: DrawingSteps, wanted: string | undefined) {
  return drawing.pages.flat().find(({ name }) => name === wanted)
}

function layoutOf(row: RecordAnswer['row']) {
  const { paper, orientation } = row
  return {
    paper: isPaper(paper) ? paper : ('a4' as const),
    orientation: isOrientation(orientation) ? orientation : ('upright' as const),
  }
}

function LeftNotice({ onDiscard }: { onDiscard: () => void }) {
  const t = useT()
  return (
    <div className="form-notice" role="status">
      <span className="grow">{t('You left this unsaved. Here it is again.')}</span>
      <Button size="small" onClick={onDiscard}>
        {t('Back to what is saved')}
      </Button>
    </div>
  )
}

interface DrawButtonsProps {
  steps: DrawingSteps
  isBusy: boolean
  onShow: () => void
  onSave: () => void
}

function DrawButtons({ steps, isBusy, onShow, onSave }: DrawButtonsProps) {
  const t = useT()
  return (
    <>
      <Button
        aria-label={t('Undo')}
        disabled={!steps.canUndo}
        icon={<IconArrowBackUp size={17} aria-hidden />}
        onClick={steps.undo}
      />
      <Button
        aria-label={t('Redo')}
        disabled={!steps.canRedo}
        icon={<IconArrowForwardUp size={17} aria-hidden />}
        onClick={steps.redo}
      />
      <Button icon={<IconEye size={17} aria-hidden />} onClick={onShow}>
        {t('Preview')}
      </Button>
      <Button type="primary" loading={isBusy} disabled={!steps.isChanged} onClick={onSave}>
        {t('Save')}
      </Button>
    </>
  )
}

function useSaveDrawing(id: string, version: number, steps: DrawingSteps) {
  const t = useT()
  const write = useWrite()
  const { showDone } = useUndoMessage()
  const { name } = useEntity('print-layout')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const save = async () => {
    setProblem(null)
    const values = { drawing: steps.drawing }
    try {
      await write.mutateAsync({ kind: 'update', entity: name, id, version, values })
      steps.saved()
      showDone(t('Saved'))
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    }
  }
  return { save: () => void save(), isBusy: write.isPending, problem }
}

/** Where text is typed the keys belong to the text. */
const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'))

/** Before the board hears them, which knows only its own steps. */
function useDrawKeys({ undo, redo }: DrawingSteps): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyped(event.target)) return
      const key = event.key.toLowerCase()
      const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null
      if (!act) return
      event.preventDefault()
      event.stopImmediatePropagation()
      act()
    }
    addEventListener('keydown', hear, { capture: true })
    return () => removeEventListener('keydown', hear, { capture: true })
  }, [undo, redo])
}
