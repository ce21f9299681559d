/** A stored file: what it is called, what it is, and the record it belongs to. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'

export const File = defineEntity('file', {
  label: { one: 'File', many: 'Files' },
  title: 'name',
  icon: 'paperclip',
  fields: {
    name: f.text({ required: true, search: true, maxLength: 255 }),
    type: f.text({ required: true }),
    size: f.decimal({ required: true, places: 0, label: 'Size in bytes' }),
    hash: f.text({ required: true, label: 'SHA-256' }),
    entity: f.text(),
    // Empty until the record is saved that the file was uploaded for.
    record: { ...f.record(), required: false },
    /** What stands in it, as far as search reads. */
    words: f.derived(f.longText({ search: true, label: 'Words in it' })),
    revision: f.integer({ required: true, default: 1, label: 'Version' }),
  },
  // Whoever sees the record sees its files; before it belongs to one, only the uploader.
  access: {
    read: { everyone: { createdBy: 'me', record: null } },
    create: ['everyone'],
    inherit: 'record',
  },
  managed: true,
  list: { columns: ['name', 'revision', 'type', 'size', 'createdBy'], sort: '-createdAt' },
  indexes: [['entity', 'record', 'name', 'revision'], ['hash']],
})
export interface File extends Row<typeof File> {}
