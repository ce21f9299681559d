/** Our own frame: dark rail with the menu, top bar, the page; on the phone a bar at the bottom. */
import { Waiting } from '#ui/base/waiting.tsx'
import { usePhone } from '#ui/base/media.ts'
import { useT } from '#ui/base/house.tsx'
import { Offers } from '#ui/base/offers.tsx'
import { Outlet } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import './frame.css'
import { MenuDrawer } from './menu-drawer.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { Rail } from './rail.tsx'
import { SearchOverlay, useSearchKey } from './search-overlay.tsx'
import { TabBar } from './tab-bar.tsx'
import { TopBar } from './top-bar.tsx'

export function Frame() {
  const t = useT()
  const phone = usePhone()
  const [menuIsOpen, openMenu] = useState(false)
  const [searchIsOpen, openSearch] = useState(false)
  useSearchKey(() => openSearch(true))
  return (
    <Offers>
      <div className="frame">
        <a className="frame-skip" href="#page">
          {t('Skip to the page')}
        </a>
        {!phone && <Rail />}
        <div className="frame-main">
          <TopBar onMenu={() => openMenu(true)} onSearch={() => openSearch(true)} />
          <OfflineNotice />
          <main id="page" className="frame-page" tabIndex={-1}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </main>
          {phone && <TabBar onMore={() => openMenu(true)} />}
        </div>
        {phone && <MenuDrawer open={menuIsOpen} onClose={() => openMenu(false)} />}
        {searchIsOpen && <SearchOverlay onClose={() => openSearch(false)} />}
      </div>
    </Offers>
  )
}
