/** Bodies for what is asked of the program itself: backups, work, the mail account, duplicates. */
import { newId } from '#kernel/db/new-id.ts'

export interface Body {
  /** One that would do, so that one wrong part is the only reason to refuse it. */
  sound?: () => Record<string, unknown>
  /** Parts that it cannot do without. */
  needed?: string[]
  /** Further parts. */
  more?: string[]
  /** Values that are of the right kind, and yet none. */
  wrong?: [part: string, value: unknown][]
}

const mailAccount: Body = {
  sound: () => ({ host: '127.0.0.1', port: 1, security: 'none', senderAddress: 'a@b.example' }),
  needed: ['host', 'port', 'security', 'senderAddress'],
  more: ['user', 'password', 'senderName'],
  wrong: [
    ['host', 'smtp.example.com/path'],
    ['port', 0],
    ['security', 'magic'],
    ['senderAddress', 'a'],
  ],
}

export const systemBodies: Readonly<Record<string, Body>> = {
  'POST /api/:entity/duplicates': {
    sound: () => ({ values: { name: 'Harbor' } }),
    needed: ['values'],
    wrong: [
      ['values', { nonsense: 'x' }],
      ['values', { name: 5 }],
    ],
  },
  'POST /api/:entity/duplicates/scan': {},
  'POST /api/print-preview': {
    sound: () => ({ entity: 'unit', record: newId(), paper: 'a4', orientation: 'upright' }),
    needed: ['entity', 'record', 'paper', 'orientation'],
    more: ['locale', 'drawing'],
    wrong: [
      ['entity', 'nonsense'],
      ['paper', 'a3'],
      ['orientation', 'down'],
      ['drawing', { pages: [[{ type: 'signature' }]] }],
    ],
  },
  'POST /api/backup': {},
  'PATCH /api/backup': {
    more: ['hour', 'kept'],
    wrong: [
      ['hour', 24],
      ['kept', 0],
    ],
  },
  'PATCH /api/mail-account': mailAccount,
  'DELETE /api/mail-account': {},
  'POST /api/mail-account/test': mailAccount,
  'POST /api/jobs/run-again': { sound: () => ({ job: newId() }), needed: ['job'] },
}
