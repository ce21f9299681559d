/** An office for tests of undo: folders with labels, and letters that are frozen once sent. */
import { defineAction } from '#kernel/action/action.ts'
import { defineEntity } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { defineModule } from '#kernel/module.ts'
import type { Actor, World } from '#kernel/testing/world.ts'
import { undo, type UndoAnswer } from '../undo.ts'

const own = { clerk: { owner: 'me' }, lead: 'all' } as const
export const Folder = defineEntity('folder', {
  label: { one: 'Folder', many: 'Folders' },
  title: 'name',
  fields: { name: f.text({ required: true }), code: f.text({ unique: true }) },
  access: {
    read: ['everyone'],
    create: ['lead'],
    update: ['lead'],
    delete: ['lead'],
    import: ['lead'],
  },
})
export const Label = defineEntity('label', {
  label: { one: 'Label', many: 'Labels' },
  title: 'name',
  managed: true,
  fields: { name: f.text({ required: true }), folder: f.ref('folder', { unique: true }) },
  access: { read: ['everyone'] },
})
export const Letter = defineEntity('letter', {
  label: { one: 'Letter', many: 'Letters' },
  title: 'name',
  fields: {
    name: f.text({ required: true }),
    code: f.text({ unique: true }),
    folder: f.ref('folder'),
    owner: f.person({ default: 'me' }),
    to: f.address(),
    note: f.text({ changedBy: ['lead'] }),
    sum: f.decimal(),
    status: f.state(['draft', 'sent']),
  },
  access: {
    read: own,
    create: ['clerk', 'lead'],
    update: own,
    delete: own,
    import: ['clerk', 'lead'],
  },
  locked: { when: { status: 'sent' }, except: ['folder'] },
})
export const send = defineAction(Letter, {
  name: 'send',
  label: 'Send',
  from: 'draft',
  to: 'sent',
  allow: ['lead'],
  run: async () => undefined,
})

/** Letters that listeners heard a change of. */
export const told: string[] = []
export const office = defineModule({
  name: 'office',
  label: 'Office',
  entities: [Folder, Label, Letter],
  actions: [send],
  on: {
    'folder.create': async (ctx, { id, row }) => {
      await ctx.create(Label, { name: (row as { name: string }).name, folder: id as string })
    },
    'letter.update': async (_ctx, { row }) => void told.push((row as { name: string }).name),
  },
})

/** Letters of the clerk, by name. */
export function writeLetters(clerk: Actor, ...names: string[]): Promise<string[]> {
  return Promise.all(
    names.map(async (name) => (await clerk.create(Letter, { name, sum: '1.5' })).id),
  )
}

export function takeBack(
  { house }: World,
  { caller }: Actor,
  operation: string | null,
): Promise<UndoAnswer> {
  return undo(house, caller, operation ?? '', {})
}

/** What was left, by name, with the rule in the way. */
export function leftOf({ conflicts }: UndoAnswer): [title: string, rule: string][] {
  const left = conflicts.map(({ title, rule }): [string, string] => [title, rule])
  return left.sort(([one], [other]) => (one < other ? -1 : 1))
}
