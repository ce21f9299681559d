/** What needs somebody, each with what to do and the way to it; or that all is well. */
import type { HealthWarning } from '#kernel/health/answer.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import './system.css'

export function HealthWarnings({ warnings }: { warnings: readonly HealthWarning[] }) {
  const t = useT()
  if (warnings.length === 0) {
    return (
      <p className="health-well" role="status">
        <IconCircleCheck size={18} stroke={1.6} aria-hidden />
        {t('All is well: nothing needs you.')}
      </p>
    )
  }
  return (
    <ul className="health-warnings" aria-label={t('What needs somebody')}>
      {warnings.map((warning) => (
        <Warning key={warning.rule} warning={warning} />
      ))}
    </ul>
  )
}

function Warning({ warning }: { warning: HealthWarning }) {
  const t = useT()
  const { text, isGrave } = warning
  const Icon = isGrave ? IconAlertTriangle : IconInfoCircle
  return (
    <li className={isGrave ? 'health-warning is-grave' : 'health-warning'}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <div>
        {isGrave && <span className="unseen">{t('Important')}: </span>}
        {text} <WayTo warning={warning} />
      </div>
    </li>
  )
}

function WayTo({ warning: { list, settings } }: { warning: HealthWarning }) {
  const t = useT()
  const { entities } = useHouse()
  const meta = list && entities[list.entity]
  if (meta) {
    return (
      <Link
        to="/list/$entity"
        params={{ entity: meta.name }}
        search={list.tab ? { tab: list.tab } : {}}
      >
        {t('Open: {list}', { list: meta.label.many })}
      </Link>
    )
  }
  if (!settings) return null
  return (
    <Link to="/settings/{-$section}" params={{ section: settings }}>
      {t('Go there')}
    </Link>
  )
}
