/** What happened that concerns a person: newest first, by day; each line leads to its record. */
import { formatDate } from '#kernel/time/format.ts'
import { Empty } from '#ui/base/empty.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { IconBellOff, IconChecks, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { dayBefore, noticeDays } from './notice-days.ts'
import { NoticeLine } from './notice-line.tsx'
import { useMarkRead, useNotices, type ShownNotice } from './notices.ts'

/** Arrow keys move from line to line, Escape closes. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>, onDone: () => void): void {
  if (event.key === 'Escape') return onDone()
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.notice-line')]
  const at = lines.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), lines.length - 1)
  lines[next]?.focus()
}

/** The keyboard goes on where the panel has opened. */
function focusPanel(panel: HTMLDivElement | null): void {
  requestAnimationFrame(() => panel?.focus())
}

export function NoticePanel({ onDone }: { onDone: () => void }) {
  const t = useT()
  const answer = useNotices()
  const notices = answer.data?.pages.flatMap((page) => page.notices) ?? []
  return (
    <div
      className="notices"
      role="dialog"
      aria-label={t('Notifications')}
      tabIndex={-1}
      ref={focusPanel}
      onKeyDown={(event) => moveFocus(event, onDone)}
    >
      <PanelHead notices={notices} onDone={onDone} />
      <div className="notices-scroll">
        {answer.isPending && <Waiting />}
        {answer.isError && <p className="notices-fault">{answer.error.message}</p>}
        {answer.isSuccess && notices.length === 0 && <NothingYet />}
        <Days notices={notices} onDone={onDone} />
        {answer.hasNextPage && (
          <Button
            type="text"
            block
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('Earlier')}
          </Button>
        )}
      </div>
    </div>
  )
}

interface ListProps {
  notices: ShownNotice[]
  onDone: () => void
}

function PanelHead({ notices, onDone }: ListProps) {
  const t = useT()
  const phone = usePhone()
  const markRead = useMarkRead()
  const [newest] = notices
  const hasUnread = notices.some(({ isRead }) => !isRead)
  return (
    <header className="notices-head">
      {!phone && <h2>{t('Notifications')}</h2>}
      <Button
        type="text"
        size="small"
        icon={<IconChecks size={16} aria-hidden />}
        disabled={!hasUnread}
        loading={markRead.isPending}
        onClick={() => newest && markRead.mutate({ until: newest.at })}
      >
        {t('Mark all read')}
      </Button>
      <Link
        to="/settings/{-$section}"
        params={{ section: 'notifications' }}
        className="icon-button"
        aria-label={t('Choose what you are told')}
        title={t('Choose what you are told')}
        onClick={onDone}
      >
        <IconSettings size={17} stroke={1.6} aria-hidden />
      </Link>
    </header>
  )
}

function Days({ notices, onDone }: ListProps) {
  const { timeZone } = useHouse().company
  return noticeDays(notices, timeZone).map(({ day, notices: of }) => (
    <section key={day} className="notices-day">
      <DayName day={day} />
      <ol>
        {of.map((notice) => (
          <li key={notice.id}>
            <NoticeLine notice={notice} onDone={onDone} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

function DayName({ day }: { day: string }) {
  const t = useT()
  const { locale } = useReader()
  const { today } = useHouse()
  const names: Record<string, string> = { [today]: t('Today'), [dayBefore(today)]: t('Yesterday') }
  return <h3>{names[day] ?? formatDate(day, locale, { style: 'long' })}</h3>
}

function NothingYet() {
  const t = useT()
  return (
    <Empty
      icon={<IconBellOff size={26} stroke={1.4} aria-hidden />}
      title={t('Nothing has happened yet')}
      text={t(
        'Here you are told when somebody mentions you with @, comments on a record that you own or follow, changes its state, or gives you one. Press “Follow” on any record.',
      )}
    />
  )
}
