/** One line behind the bell: what happened, what was said, when; a dot while it is not read. */
import { formatInstant } from '#kernel/time/format.ts'
import { useT } from '#ui/base/house.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import {
  IconArrowRight,
  IconAt,
  IconFileImport,
  IconMessage,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { addressOfNotice, useMarkRead, type ShownNotice } from './notices.ts'

const icons: Record<string, Icon> = {
  mentioned: IconAt,
  commented: IconMessage,
  'state-changed': IconArrowRight,
  given: IconUserCheck,
  'import-ended': IconFileImport,
}

interface NoticeLineProps {
  notice: ShownNotice
  onDone: () => void
}

export function NoticeLine({ notice, onDone }: NoticeLineProps) {
  const t = useT()
  const { locale, timeZone } = useReader()
  const markRead = useMarkRead()
  const Sign = icons[notice.cause] ?? IconMessage
  const open = () => {
    if (!notice.isRead) markRead.mutate({ notices: [notice.id] })
    onDone()
  }
  return (
    <Link
      to={addressOfNotice(notice)}
      className={notice.isRead ? 'notice-line' : 'notice-line is-unread'}
      onClick={open}
    >
      <span className={`notice-sign is-${notice.cause}`}>
        <Sign size={15} stroke={1.8} aria-hidden />
      </span>
      <span className="notice-text">
        <span>{notice.text}</span>
        {notice.words && <span className="notice-words">{notice.words}</span>}
      </span>
      <span className="notice-when">
        <time dateTime={notice.at}>
          {formatInstant(notice.at, locale, { timeZone, show: 'time' })}
        </time>
        {!notice.isRead && <span className="notice-dot" role="img" aria-label={t('Unread')} />}
      </span>
    </Link>
  )
}
