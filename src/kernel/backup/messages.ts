/** Why a backup is not made or not handed out, in English. */
export const backupMessages: Record<string, string> = {
  'backup.runs-already': 'A backup is being made already. Wait until it is done.',
  'backup.not-alone':
    'Other companies keep their data in this installation too, and a backup holds all of it: ' +
    'only whoever runs the installation makes backups, with npm run backup.',
  'backup.not-found': 'There is no such backup any more.',
  'backup.no-room':
    'The disk has {free} MB free, a backup needs {needed} MB. Make room, or set BACKUP_DIR to a ' +
    'folder on a larger disk.',
  'backup.broke-off': 'It broke off, as the program was stopped or its process ended.',
  'backup.failed': 'The program says: {said}',
}
