/** The backups that are kept, each with why it was made, its size, and the way to take it along. */
import type { BackupAnswer } from '#kernel/backup/answer.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { sizeText } from '#ui/field/value/upload.ts'
import '#ui/record/related.css'
import { IconDownload } from '@tabler/icons-react'
import { Button, Popconfirm } from 'antd'
import './system.css'

type Kept = BackupAnswer['backups'][number]

export function KeptBackups({ backups }: { backups: readonly Kept[] }) {
  const t = useT()
  return (
    <Panel title={t('Backups that are kept')}>
      {backups.length === 0 ? (
        <p className="related-none">{t('There is no backup yet.')}</p>
      ) : (
        <ScrollBox className="related-scroll">
          <table className="related work kept">
            <thead>
              <tr>
                <th scope="col">{t('Made at')}</th>
                <th scope="col">{t('Made')}</th>
                <th scope="col" className="number">
                  {t('Size')}
                </th>
                <th scope="col">
                  <span className="unseen">{t('Download')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => (
                <KeptLine key={backup.name} backup={backup} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Panel>
  )
}

function KeptLine({ backup }: { backup: Kept }) {
  const t = useT()
  const reader = useReader()
  const { name, madeAt, withFiles, cause, bytes } = backup
  const causes = {
    daily: t('every day'),
    hand: t('by hand'),
    upgrade: t('before an upgrade, without files'),
  }
  const made = cause === null ? causes[withFiles ? 'hand' : 'upgrade'] : causes[cause]
  return (
    <tr>
      <td>{momentText(madeAt, reader)}</td>
      <td>{made}</td>
      <td className="number">{bytes === null ? '—' : sizeText(bytes, reader.locale)}</td>
      <td className="number">
        <Popconfirm
          title={t('Take this backup along?')}
          description={t(
            'It holds all records, all files and the key: keep it where nobody else gets at it.',
          )}
          okText={t('Download')}
          cancelText={t('Cancel')}
          onConfirm={() => location.assign(`/api/backup/download?name=${encodeURIComponent(name)}`)}
        >
          <Button size="small" icon={<IconDownload size={15} aria-hidden />}>
            {t('Download')}
          </Button>
        </Popconfirm>
      </td>
    </tr>
  )
}
