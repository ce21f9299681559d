/** Who signs out while something waits is told what becomes of it, and may stay. */
import { useT } from '#ui/base/house.tsx'
import { App } from 'antd'
import { useOutbox } from './outbox.ts'

/** @returns asks, and answers whether to go */
export function useLeaveWaiting(): () => Promise<boolean> {
  const t = useT()
  const { modal } = App.useApp()
  const { length: count } = useOutbox().entries
  return async () => {
    if (count === 0) return true
    return modal.confirm({
      title: t('{count, plural, one {# entry is} other {# entries are}} not sent yet', { count }),
      content: t(
        'They stay on this device, for you alone, and are sent when you sign in here again.',
      ),
      okText: t('Sign out'),
      cancelText: t('Stay signed in'),
    })
  }
}
