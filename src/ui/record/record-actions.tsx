/** The buttons of a record: what can be done now in reach, all else with its reason in a menu. */
import type { ActionMeta, ActionState, EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { MenuButton } from '#ui/base/menu-button.tsx'
import type { MenuItem } from '#ui/base/menu-button.tsx'
import { useOffer } from '#ui/base/offers.tsx'
import { IconBolt, IconDots, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { ActionDialog } from './action-dialog.tsx'
import { Follow } from './follow.tsx'
import { useMoreItems } from './more-items.tsx'
import { useRecordAction } from './use-record-action.ts'
import './record.css'

interface RecordActionsProps {
  entity: EntityMeta
  answer: RecordAnswer
  onEdit: () => void
}

type Doable = ActionMeta & ActionState

export function RecordActions({ entity, answer, onEdit }: RecordActionsProps) {
  const t = useT()
  const phone = usePhone()
  const { asking, start, stop } = useRecordAction(entity, answer.row)
  const more = useMoreItems(entity, answer)
  const doable = doableOf(entity, answer)
  const inReach = inReachOf(doable, phone ? 1 : 2)
  const inMenu = doable.filter((action) => !inReach.includes(action))
  const toItem = (action: Doable): MenuItem => ({
    key: action.name,
    label: action.label,
    icon: <IconBolt size={16} aria-hidden />,
    danger: action.tone === 'danger',
    why: action.possible ? undefined : (action.why ?? t('Not possible now.')),
    onSelect: () => start(action),
  })
  const items = inMenu.map(toItem)
  const prints = usePrintItems(entity, answer.row.id)
  const edit = {
    key: 'edit',
    label: t('Edit'),
    icon: <IconPencil size={16} aria-hidden />,
    onSelect: onEdit,
  }
  useOffer(String(answer.row[entity.title] ?? entity.label.one), [
    ...doable.map(toItem),
    ...(answer.may.update ? [edit] : []),
    ...prints,
    ...more.items,
  ])
  return (
    <>
      <Follow entity={entity} row={answer.row} />
      <PrintButton items={prints} />
      {answer.may.update && (
        <Button icon={edit.icon} onClick={onEdit}>
          {edit.label}
        </Button>
      )}
      {inReach.map((action, index) => (
        <ActionButton
          key={action.name}
          action={action}
          isFirst={index === 0}
          onStart={() => start(action)}
        />
      ))}
      {items.length + more.items.length > 0 && (
        <MenuButton items={[...items, ...more.items]}>
          <Button aria-label={t('More')} icon={<IconDots size={18} aria-hidden />} />
        </MenuButton>
      )}
      {more.dialog}
      {asking && <ActionDialog entity={entity} action={asking} row={answer.row} onClose={stop} />}
    </>
  )
}

/** What is possible now and harmless; where nothing is, the next main step with its reason. */
function inReachOf(doable: readonly Doable[], most: number): Doable[] {
  const handy = doable.filter(({ possible, tone }) => possible && !isAside(tone))
  const next = doable.filter(({ possible, tone }) => !possible && tone === 'primary')
  return handy.length > 0 ? handy.slice(0, most) : next.slice(0, 1)
}

function isAside(tone: Doable['tone']): boolean {
  return tone === 'danger' || tone === 'quiet'
}

/** Possible ones first, dangerous ones last; what this person may never do is not among them. */
function doableOf(entity: EntityMeta, answer: RecordAnswer): Doable[] {
  const all = entity.actions.flatMap((action): Doable[] => {
    const state = answer.actions.find(({ name }) => name === action.name)
    return state && action.on === 'one' ? [{ ...action, ...state }] : []
  })
  const rank = ({ possible, tone }: Doable) =>
    (possible ? 0 : 4) + (tone === 'primary' ? 0 : isAside(tone) ? 2 : 1)
  return all.toSorted((a, b) => rank(a) - rank(b))
}

interface ActionButtonProps {
  action: Doable
  isFirst: boolean
  onStart: () => void
}

/** Impossible now: still reachable, so that the keyboard too comes to the reason. */
function ActionButton({ action, isFirst, onStart }: ActionButtonProps) {
  const isPrimary = isFirst && action.possible && action.tone !== 'danger'
  return (
    <Tooltip title={action.possible ? undefined : action.why}>
      <Button
        type={isPrimary ? 'primary' : 'default'}
        danger={action.tone === 'danger' && action.possible}
        className={action.possible ? '' : 'is-impossible'}
        aria-disabled={!action.possible}
        onClick={() => action.possible && onStart()}
      >
        {action.label}
      </Button>
    </Tooltip>
  )
}

/** Its printed forms; the only one is simply "Print". */
function usePrintItems(entity: EntityMeta, id: string): MenuItem[] {
  const t = useT()
  const navigate = useNavigate()
  return entity.prints.map(({ name, label }) => ({
    key: `print ${name}`,
    label: entity.prints.length === 1 ? t('Print') : label,
    icon: <IconPrinter size={16} aria-hidden />,
    onSelect: () => void navigate({ to: '/print/$layout/$id', params: { layout: name, id } }),
  }))
}

function PrintButton({ items }: { items: MenuItem[] }) {
  const t = useT()
  const phone = usePhone()
  const [only, ...others] = items
  if (!only) return null
  const words = phone ? { 'aria-label': t('Print') } : { children: t('Print') }
  if (others.length === 0) return <Button icon={only.icon} {...words} onClick={only.onSelect} />
  return (
    <MenuButton items={items}>
      <Button icon={only.icon} {...words} />
    </MenuButton>
  )
}
