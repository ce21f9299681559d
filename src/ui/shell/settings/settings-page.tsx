/** All that is set up once: my account, the company, its people, their rights, its numbers. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { sectionsOf } from './sections.tsx'
import './settings.css'

/** On a phone the sections stand in one line, which begins at the open one. */
function showLink(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

export function SettingsPage({ section }: { section: string }) {
  const t = useT()
  const isAdministrator = useHouse().user.roles.includes('administrator')
  const sections = sectionsOf(t).filter(({ isCompanys }) => isAdministrator || !isCompanys)
  const open = sections.find(({ key }) => key === section) ?? sections[0]
  if (!open) return null
  const Body = open.body
  return (
    <Page title={t('Settings')}>
      <div className="settings">
        <nav className="settings-nav" aria-label={t('Settings')}>
          {sections.map(({ key, label, icon: Icon }) => (
            <Link
              key={key}
              ref={key === open.key ? showLink : undefined}
              to="/settings/{-$section}"
              params={{ section: key || undefined }}
              className={key === open.key ? 'settings-link is-open' : 'settings-link'}
              aria-current={key === open.key ? 'page' : undefined}
            >
              <Icon size={17} stroke={1.6} aria-hidden />
              {label}
            </Link>
          ))}
          <Link to="/bin" className="settings-link">
            <IconTrash size={17} stroke={1.6} aria-hidden />
            {t('Recycle bin')}
          </Link>
        </nav>
        <div className="settings-body">
          <Suspense fallback={<Waiting />}>
            <Body />
          </Suspense>
        </div>
      </div>
    </Page>
  )
}
