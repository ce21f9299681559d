/** Second page of the guide: language, light or dark, and row height, for oneself. */
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { PreferenceChoices } from '#ui/shell/user-menu.tsx'

export function LookStep() {
  const t = useT()
  return (
    <>
      <p className="begin-text">
        {t('These are yours alone: each colleague chooses in the menu at the top right.')}
      </p>
      <Panel title={t('Language and look')}>
        <div className="begin-look">
          <PreferenceChoices />
        </div>
      </Panel>
    </>
  )
}
