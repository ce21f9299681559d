/** Says so while there is no connection; what is on the screen stays readable. */
import { useT } from '#ui/base/house.tsx'
import { IconWifiOff } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'

function watch(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

export function OfflineNotice() {
  const t = useT()
  const online = useSyncExternalStore(watch, () => navigator.onLine)
  if (online) return null
  return (
    <div className="notice" role="status">
      <IconWifiOff size={16} stroke={1.6} aria-hidden />
      {t('No connection. You can keep reading; save again once it is back.')}
    </div>
  )
}
