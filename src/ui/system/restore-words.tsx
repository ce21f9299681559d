/** How a backup is put back, step by step, with the commands to type. */
import type { BackupAnswer } from '#kernel/backup/answer.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import './system.css'

export function RestoreWords({ answer }: { answer: BackupAnswer }) {
  const t = useT()
  const { folder, backups } = answer
  const newest = backups.find(({ withFiles }) => withFiles)?.name ?? '2026-01-31T01-10-00-000Z'
  return (
    <Panel title={t('How to put a backup back')}>
      <ol className="restore">
        <li>{t('Stop the program: Ctrl-C where it runs, or as the service that it is.')}</li>
        <li>
          {t('In the folder of the program type this, with the backup that you want:')}
          <code>
            npm run restore -- {folder}/{newest}
          </code>
        </li>
        <li>
          {t('Start the program again:')}
          <code>npm start</code>
        </li>
      </ol>
      <p className="system-text quiet">
        {t(
          'What was there before is moved aside, not deleted. A backup of a database server is put back into an empty database.',
        )}
      </p>
      <p className="system-text quiet">
        {t('The backups lie in {folder}. Copy them to another machine too: a disk can break.', {
          folder,
        })}
      </p>
    </Panel>
  )
}
