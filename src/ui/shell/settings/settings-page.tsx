/** All that is set up once: my account, the company, its people, their rights, its numbers. */
import { useHouse, useT } from '#ui/base/house.tsx'
import type { Translate } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import {
  IconBuilding,
  IconHash,
  IconHistory,
  IconShield,
  IconTrash,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import './settings.css'

const Account = lazy(async () => ({ default: (await import('./account.tsx')).Account }))
const Company = lazy(async () => ({ default: (await import('./company.tsx')).Company }))
const Users = lazy(async () => ({ default: (await import('./users.tsx')).Users }))
const Roles = lazy(async () => ({ default: (await import('./roles.tsx')).Roles }))
const Numbering = lazy(async () => ({ default: (await import('./numbering.tsx')).Numbering }))
const Operations = lazy(async () => ({
  default: (await import('#ui/history/operations.tsx')).Operations,
}))

interface Section {
  key: string
  label: string
  icon: ReactNode
  body: ComponentType
  /** For administrators. */
  isCompanys: boolean
}

function sectionsOf(t: Translate): Section[] {
  const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const
  return [
    {
      key: '',
      label: t('My account'),
      icon: <IconUser {...icon} />,
      body: Account,
      isCompanys: false,
    },
    {
      key: 'operations',
      label: t('Bulk operations'),
      icon: <IconHistory {...icon} />,
      body: Operations,
      isCompanys: false,
    },
    {
      key: 'company',
      label: t('Company'),
      icon: <IconBuilding {...icon} />,
      body: Company,
      isCompanys: true,
    },
    {
      key: 'users',
      label: t('Users'),
      icon: <IconUsers {...icon} />,
      body: Users,
      isCompanys: true,
    },
    {
      key: 'roles',
      label: t('Roles and rights'),
      icon: <IconShield {...icon} />,
      body: Roles,
      isCompanys: true,
    },
    {
      key: 'numbering',
      label: t('Document numbers'),
      icon: <IconHash {...icon} />,
      body: Numbering,
      isCompanys: true,
    },
  ]
}

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
          {sections.map(({ key, label, icon }) => (
            <Link
              key={key}
              ref={key === open.key ? showLink : undefined}
              to="/settings/{-$section}"
              params={{ section: key || undefined }}
              className={key === open.key ? 'settings-link is-open' : 'settings-link'}
              aria-current={key === open.key ? 'page' : undefined}
            >
              {icon}
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
