/** Our own frame: dark rail with the menu, top bar, the page; on the phone a bar at the bottom. */
import { Waiting } from '#ui/base/waiting.tsx'
import { usePhone } from '#ui/base/media.ts'
import { useT } from '#ui/base/house.tsx'
import { Keys } from '#ui/base/keys.tsx'
import { Offers } from '#ui/base/offers.tsx'
import { useBareKey } from '#ui/base/use-bare-key.ts'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { Companions } from './companions.tsx'
import './frame.css'
import { MenuDrawer } from './menu-drawer.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { Rail } from './rail.tsx'
import { SearchOverlay, useSearchKey } from './search-overlay.tsx'
import { OutboxNotice } from '#ui/outbox/outbox-notice.tsx'
import { PracticeNotice } from '#ui/practice/practice-notice.tsx'
import { SetUpNotice } from '#ui/begin/set-up-notice.tsx'
import { TabBar } from './tab-bar.tsx'
import { TourGate } from '#ui/tour/tour-gate.tsx'
import { TopBar } from './top-bar.tsx'
import { VersionNotice } from './version-notice.tsx'

const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }))

export function Frame() {
  const t = useT()
  const phone = usePhone()
  const [menuIsOpen, openMenu] = useState(false)
  const [searchIsOpen, openSearch] = useState(false)
  const [keysAreShown, setKeysShown] = useState(false)
  const showKeys = useCallback(() => setKeysShown(true), [])
  useSearchKey(() => openSearch(true))
  useBareKey('?', true, showKeys)
  return (
    <Keys onShow={showKeys}>
      <Offers>
        <div className="frame">
          <a className="frame-skip" href="#page">
            {t('Skip to the page')}
          </a>
          {!phone && <Rail />}
          <div className="frame-main">
            <TopBar onMenu={() => openMenu(true)} onSearch={() => openSearch(true)} />
            <OfflineNotice />
            <OutboxNotice />
            <VersionNotice />
            <SetUpNotice />
            <PracticeNotice />
            <main id="page" className="frame-page" tabIndex={-1}>
              <Suspense fallback={<Waiting />}>
                <Outlet />
              </Suspense>
            </main>
            {phone && <TabBar onMore={() => openMenu(true)} />}
          </div>
          {phone && <MenuDrawer open={menuIsOpen} onClose={() => openMenu(false)} />}
          {keysAreShown && (
            <Suspense>
              <KeyHelp onClose={() => setKeysShown(false)} />
            </Suspense>
          )}
          <TourGate />
          <Companions />
          {searchIsOpen && <SearchOverlay onClose={() => openSearch(false)} />}
        </div>
      </Offers>
    </Keys>
  )
}
