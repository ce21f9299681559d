/** A pipeline 銷售管道: the stages that opportunities of one kind go through. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const pipelineReaders = ['sales', 'sales-lead', 'manager'] as const
export const pipelineKeepers = ['sales-lead', 'manager'] as const

export const Pipeline = defineEntity('pipeline', {
  label: { one: 'Pipeline', many: 'Pipelines' },
  purpose: 'The stages that opportunities go through, and what must hold before each.',
  title: 'name',
  icon: 'filter',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, search: true, maxLength: 80 }),
    active: f.boolean({ default: true }),
    stallDays: f.integer({
      required: true,
      default: 30,
      min: '1',
      max: '3650',
      label: 'Stands still after days',
      help: 'So long an opportunity may stay in a stage before it counts as standing still.',
    }),
    note: f.longText(),
  },
  access: {
    read: pipelineReaders,
    create: pipelineKeepers,
    update: pipelineKeepers,
    delete: pipelineKeepers,
    export: pipelineKeepers,
    import: pipelineKeepers,
  },
  list: { columns: ['name', 'active', 'stallDays'], sort: 'name' },
  form: [['name', 'stallDays', 'active'], 'note'],
})
export interface Pipeline extends Row<typeof Pipeline> {}
