/** After an upgrade an open page says so, and loads the new one on a press; drafts are kept. */
import { useIsOld } from '#ui/base/build.ts'
import { useT } from '#ui/base/house.tsx'
import { IconSparkles } from '@tabler/icons-react'
import { Button } from 'antd'
import { takeOver } from './install.ts'

/** What is typed is kept as the page goes (form/use-draft.ts) and offered again. */
async function load(): Promise<void> {
  await takeOver()
  location.reload()
}

export function VersionNotice() {
  const t = useT()
  if (!useIsOld()) return null
  return (
    <div className="notice is-news" role="status">
      <IconSparkles size={16} stroke={1.6} aria-hidden />
      <span className="grow">{t('There is a new version. What you are typing is kept.')}</span>
      <Button size="small" type="primary" onClick={() => void load()}>
        {t('Load it now')}
      </Button>
    </div>
  )
}
