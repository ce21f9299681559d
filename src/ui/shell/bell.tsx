/** The bell: how much a person has not read, and behind it what happened. */
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { IconBell } from '@tabler/icons-react'
import { Drawer, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import './bell.css'
import { countText, useUnread } from './notices.ts'

const NoticePanel = lazy(async () => ({
  default: (await import('./notice-panel.tsx')).NoticePanel,
}))

interface BellButtonProps {
  isOpen: boolean
  onPress?: () => void
}

function BellButton({ isOpen, onPress, ...rest }: BellButtonProps) {
  const t = useT()
  const phone = usePhone()
  const unread = useUnread()
  const label =
    unread > 0
      ? t('Notifications, {count} unread', { count: countText(unread) })
      : t('Notifications')
  return (
    <button
      {...rest}
      type="button"
      className="icon-button bell"
      data-tour="notices"
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <IconBell size={phone ? 20 : 18} stroke={1.7} aria-hidden />
      {unread > 0 && (
        <span className="bell-count" aria-hidden>
          {countText(unread)}
        </span>
      )}
    </button>
  )
}

/** On the phone it takes the whole height, else it hangs under the bell. */
export function Bell() {
  const t = useT()
  const phone = usePhone()
  const [isOpen, setOpen] = useState(false)
  const panel = (
    <Suspense fallback={<Waiting />}>
      <NoticePanel onDone={() => setOpen(false)} />
    </Suspense>
  )
  if (phone) {
    return (
      <>
        <BellButton isOpen={isOpen} onPress={() => setOpen(true)} />
        <Drawer
          open={isOpen}
          onClose={() => setOpen(false)}
          placement="right"
          size="100%"
          title={t('Notifications')}
          destroyOnHidden
          styles={{ body: { padding: 0 } }}
        >
          {panel}
        </Drawer>
      </>
    )
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 0 } }}
      content={panel}
    >
      <span className="bell-place">
        <BellButton isOpen={isOpen} />
      </span>
    </Popover>
  )
}
