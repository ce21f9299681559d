/** A stage of a pipeline 階段: how likely a deal is there, and what must hold to get there. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { pipelineKeepers, pipelineReaders } from './pipeline.entity.ts'
import { recentDays, stageFacts } from './stage-facts.ts'

const facts = stageFacts.map(({ value, label }) => ({ value, label }))

export const StageCriterion = defineLines('stage-criterion', {
  label: { one: 'Criterion', many: 'Criteria' },
  fields: {
    fact: f.choice(facts, { required: true, label: 'What is measured' }),
    atLeast: f.integer({ required: true, default: 1, min: '1', max: '1000', label: 'At least' }),
    days: f.integer({
      min: '1',
      max: '3650',
      label: 'Within days',
      when: { fact: ['talks'] },
      help: `For contact records. Empty: ${recentDays} days.`,
    }),
  },
})

export const PipelineStage = defineEntity('pipeline-stage', {
  label: { one: 'Stage', many: 'Stages' },
  purpose: 'A step of a pipeline: how likely a deal is there, and what must hold to get there.',
  begins: 'pipeline',
  title: 'name',
  subtitle: ['pipeline', 'probability'],
  icon: 'stairs',
  isSetting: true,
  fields: {
    pipeline: f.ref('pipeline', { required: true, part: true }),
    name: f.text({ required: true, search: true, maxLength: 80 }),
    code: f.text({
      unique: true,
      maxLength: 40,
      help: 'Your own code, e.g. from another program.',
    }),
    position: f.integer({
      required: true,
      default: 1,
      min: '1',
      max: '999',
      label: 'Place in the pipeline',
    }),
    probability: f.percent({ required: true, default: '10', min: '0', max: '100', places: 2 }),
    stallDays: f.integer({
      min: '1',
      max: '3650',
      label: 'Stands still after days',
      help: 'Empty: as the pipeline says.',
    }),
    attention: f.longText({ label: 'What to watch', maxLength: 2000 }),
    checklist: f.tags({ help: 'What is to be done here; each opportunity gets it to tick off.' }),
    criteria: f.lines(StageCriterion, { label: 'Entered when', mayBeNone: true }),
  },
  access: {
    read: pipelineReaders,
    create: pipelineKeepers,
    update: pipelineKeepers,
    delete: pipelineKeepers,
    export: pipelineKeepers,
    import: pipelineKeepers,
  },
  list: {
    columns: ['pipeline', 'position', 'name', 'probability', 'stallDays', 'checklist'],
    sort: 'position',
  },
  form: [
    ['pipeline', 'name', 'code'],
    ['position', 'probability', 'stallDays'],
    'criteria',
    'checklist',
    'attention',
  ],
  unique: [['pipeline', 'name']],
})
export interface PipelineStage extends Row<typeof PipelineStage> {}
