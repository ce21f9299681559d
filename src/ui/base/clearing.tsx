/** The small cross that empties a control, named in the reader's language. */
import { IconCircleXFilled } from '@tabler/icons-react'
import { useT } from './house.tsx'

/** For `allowClear`: antd's own cross is named in English. */
export function useClearing() {
  const t = useT()
  return {
    clearIcon: <IconCircleXFilled size={14} role="img" aria-label={t('Clear')} />,
    label: t('Clear'),
  }
}
