/** Above a calendar: today, back and on, what is shown, by which field, month or week. */
import type { DateText } from '#kernel/time/date.ts'
import { useT, type Translate } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { MenuButton } from '#ui/base/menu-button.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useList } from '#ui/base/queries.ts'
import { bothWhere } from '#ui/field/where.ts'
import {
  IconCalendarCog,
  IconCalendarPlus,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { countText } from '#ui/base/count-text.ts'
import { searchWith } from '../list-state.ts'
import '../shape-chooser.css'
import { dayFields, spansOf, type Span } from '../shapes.ts'
import type { ListView } from '../use-list-view.ts'
import { spanName } from './day-words.ts'
import type { DayTray } from './use-day-tray.ts'

interface CalendarBarProps {
  view: ListView
  days: readonly DateText[]
  span: Span
  onToday: () => void
  onTurn: (by: 1 | -1) => void
  /** What may be put onto the days, where there is room beside them. */
  tray?: DayTray | null
}

export function CalendarBar(props: CalendarBarProps) {
  const { view, days, span, onToday, onTurn, tray } = props
  const t = useT()
  const phone = usePhone()
  const { locale } = usePreferences()
  const [before, next] = turnWords(t)[span]
  return (
    <div className="calendar-bar">
      <Button onClick={onToday}>{t('Today')}</Button>
      <span className="calendar-turn">
        <button
          type="button"
          className="icon-button"
          aria-label={before}
          onClick={() => onTurn(-1)}
        >
          <IconChevronLeft size={18} stroke={1.7} aria-hidden />
        </button>
        <button type="button" className="icon-button" aria-label={next} onClick={() => onTurn(1)}>
          <IconChevronRight size={18} stroke={1.7} aria-hidden />
        </button>
      </span>
      <h2 className="calendar-name" aria-live="polite">
        {spanName(days, span, locale)}
      </h2>
      {tray && (
        <Button
          icon={<IconCalendarPlus size={16} stroke={1.6} aria-hidden />}
          aria-expanded={tray.isOpen}
          onClick={() => tray.open(!tray.isOpen)}
        >
          {tray.action.label}
        </Button>
      )}
      <Dayless view={view} />
      <FieldChooser view={view} />
      {!phone && <SpanChooser view={view} />}
    </div>
  )
}

function turnWords(t: Translate): Record<Span, [before: string, next: string]> {
  return {
    month: [t('Month before'), t('Next month')],
    week: [t('Week before'), t('Next week')],
    day: [t('Day before'), t('Next day')],
  }
}

/** Records without a day stand nowhere: how many there are, and the way to them. */
function Dayless({ view }: { view: ListView }) {
  const t = useT()
  const { meta, state, search } = view
  const { days } = state
  const isAsked = days !== undefined && !days.required
  const empty = { [days?.name ?? '']: { empty: true } }
  const where = bothWhere(state.where, empty)
  const params = { where, q: state.q, limit: 1, count: true, columns: [meta.title] }
  const { count } = useList(meta.name, params, isAsked).data ?? {}
  if (!isAsked || !count || count.value === 0) return null
  const conditions = bothWhere(state.conditions, empty)
  return (
    <Link
      to="/list/$entity"
      params={{ entity: meta.name }}
      search={searchWith(state, search, { where: conditions, shape: undefined, day: undefined })}
      className="calendar-dayless clip"
    >
      {t('{count} without {field}', { count: countText(count), field: days.label })}
    </Link>
  )
}

function FieldChooser({ view }: { view: ListView }) {
  const t = useT()
  const phone = usePhone()
  const fields = dayFields(view.meta)
  const chosen = view.state.days
  if (fields.length < 2 || !chosen) return null
  const items = fields.map(({ name, label }) => ({
    key: name,
    label,
    icon: (
      <IconCheck
        size={16}
        stroke={1.8}
        aria-hidden
        style={{ opacity: name === chosen.name ? 1 : 0 }}
      />
    ),
    onSelect: () => view.change({ days: name }),
  }))
  const text = t('Calendar by: {field}', { field: chosen.label })
  return (
    <MenuButton items={items}>
      <Button
        icon={<IconCalendarCog size={16} stroke={1.6} aria-hidden />}
        aria-label={text}
        title={text}
        {...(!phone && { children: chosen.label })}
      />
    </MenuButton>
  )
}

const exactly = { exact: true }

function SpanChooser({ view }: { view: ListView }) {
  const t = useT()
  const { meta, state, search } = view
  const names: Record<Span, string> = {
    month: t('Month view'),
    week: t('Week view'),
    day: t('Day view'),
  }
  return (
    <nav className="shapes" aria-label={t('Shows')}>
      {spansOf(meta).map((span) => (
        <Link
          key={span}
          to="/list/$entity"
          params={{ entity: meta.name }}
          search={searchWith(state, search, { span: span === 'month' ? undefined : span })}
          className="shape"
          activeOptions={exactly}
          {...(span === state.span && { 'aria-current': 'true' as const })}
        >
          {names[span]}
        </Link>
      ))}
    </nav>
  )
}
