/** The program in figures: version, database, files, mails, backup, check of the books, clock. */
import type { HealthAnswer } from '#kernel/health/answer.ts'
import { formatDecimal } from '#kernel/money/format.ts'
import { useT } from '#ui/base/house.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { sizeText } from '#ui/field/value/upload.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './system.css'

interface FactsProps {
  health: HealthAnswer
}

export function HealthFacts({ health }: FactsProps) {
  return (
    <div className="health-facts">
      <OfProgram health={health} />
      <OfStorage health={health} />
      <OfWatch health={health} />
    </div>
  )
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function OfProgram({ health: { program, database, machine, clock } }: FactsProps) {
  const t = useT()
  const reader = useReader()
  return (
    <Facts title={t('Program')}>
      <Fact name={t('Version')}>{program.version}</Fact>
      <Fact name={t('Running since')}>{momentText(program.startedAt, reader)}</Fact>
      <Fact name={t('Database')}>PostgreSQL {database.version}</Fact>
      <Fact name={t('Database running since')}>{momentText(database.startedAt, reader)}</Fact>
      {machine && (
        <Fact name={t('Connections in use')}>{t('{used} of {most}', machine.connections)}</Fact>
      )}
      <Fact name={t('Clock')}>{momentText(clock.now, { timeZone: clock.timeZone })}</Fact>
      <Fact name={t('Time zone')}>{clock.timeZone.replaceAll('_', ' ')}</Fact>
    </Facts>
  )
}

function OfStorage({ health: { files, machine } }: FactsProps) {
  const t = useT()
  const { locale } = useReader()
  const size = (bytes: number) => sizeText(bytes, locale)
  return (
    <Facts title={t('Storage')}>
      {machine && <Fact name={t('Size of the database')}>{size(machine.database)}</Fact>}
      <Fact name={t('Files')}>{formatDecimal(String(files.count), locale)}</Fact>
      <Fact name={t('Size of the files')}>{size(files.bytes)}</Fact>
      {machine && (
        <Fact name={t('Free on the disk')}>
          {t('{used} of {most}', { used: size(machine.disk.free), most: size(machine.disk.bytes) })}
        </Fact>
      )}
    </Facts>
  )
}

function OfWatch({ health: { mails, backup, books } }: FactsProps) {
  const t = useT()
  const reader = useReader()
  const moment = (at: string | null) => (at === null ? t('never') : momentText(at, reader))
  return (
    <Facts title={t('Mails, backup and books')}>
      <Fact name={t('Mails that wait')}>
        <MailCount count={mails.waiting} tab="Waiting" />
      </Fact>
      <Fact name={t('Mails that failed')}>
        <MailCount count={mails.failed} tab="Failed" />
      </Fact>
      <Fact name={t('Last backup')}>{moment(backup.madeAt)}</Fact>
      <Fact name={t('Books last checked')}>{moment(books.checkedAt)}</Fact>
      <Fact name={t('Differences found')}>{books.checkedAt ? books.differences : '—'}</Fact>
    </Facts>
  )
}

function MailCount({ count, tab }: { count: number; tab: string }) {
  return (
    <Link to="/list/$entity" params={{ entity: 'mail' }} search={{ tab }}>
      {count}
    </Link>
  )
}
