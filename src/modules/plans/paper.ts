/** What a work plan and a work report have in common: whose, for whom, by when, how far. */
import { f } from '#kernel/field/f.ts'
import type { Access } from '#kernel/entity/entity.ts'

export const paperFields = {
  owner: f.person({ default: 'me', required: true, label: 'Whose' }),
  beginsOn: f.derived(f.date({ label: 'First day' })),
  endsOn: f.derived(f.date({ label: 'Last day' })),
  dueOn: f.derived(f.date({ label: 'Hand in by' })),
  handedInAt: f.derived(f.instant({ label: 'Handed in' })),
  late: f.derived(f.boolean({ label: 'Late' })),
  sentTo: f.derived(f.person({ label: 'Superior', related: false })),
  answeredAt: f.derived(f.instant({ label: 'Answered at' })),
  answeredBy: f.derived(f.person({ label: 'Answered by', related: false })),
  /** The last day on which it was reminded of. */
  remindedOn: f.derived(f.date({ label: 'Reminded on' })),
}

export const paperStates = [
  { value: 'draft', label: 'Draft', tone: 'grey' },
  { value: 'handed-in', label: 'Handed in', tone: 'blue' },
  { value: 'returned', label: 'Sent back', tone: 'ochre' },
  { value: 'accepted', label: 'Accepted', tone: 'green' },
  { value: 'excused', label: 'Excused', tone: 'grey' },
] as const

/** Whose figures beside those of the own line a person sees. */
export const overseer = 'manager'

/** Written by oneself, read by those above. */
export const paperAccess: Access = {
  read: { everyone: { owner: 'my-team' }, [overseer]: 'all' },
  create: ['everyone'],
  update: { everyone: { owner: 'me' } },
  delete: { everyone: { owner: 'me', status: 'draft' } },
  export: ['sales-lead', overseer],
}

/** Those above. */
export const answerers = { everyone: { owner: 'my-team' }, [overseer]: 'all' } as const
/** Nobody answers their own. */
export const ofAnother = { not: { owner: 'me' } } as const

export const paperLock = { status: ['handed-in', 'accepted', 'excused'] } as const

export const paperTabs = {
  Mine: { owner: 'me' },
  'To answer': { owner: 'my-team', status: 'handed-in', not: { owner: 'me' } },
  Missing: { status: ['draft', 'returned'], dueOn: { within: 'over-0-days-ago' } },
  All: {},
} as const
