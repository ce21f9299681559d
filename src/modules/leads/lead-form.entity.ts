/** A form 表單 that a company shows on its web site or at a fair: each answer becomes a lead. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { leadSources } from './lead.entity.ts'

/** What a form may ask beside the name, each by the name of the lead's own field. */
export const questions = [
  { value: 'person', label: 'Person to speak with' },
  { value: 'jobTitle', label: 'Job title' },
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'Email' },
  { value: 'website', label: 'Website' },
  { value: 'industry', label: 'Industry' },
  { value: 'need', label: 'What they need' },
  { value: 'wantedOn', label: 'Needed by' },
] as const

const keepers = ['sales-lead', 'manager', 'marketer']

export const LeadForm = defineEntity('lead-form', {
  label: { one: 'Lead form', many: 'Lead forms' },
  purpose:
    'A page for your web site, a mail or a fair: whoever fills it in becomes a lead, without ' +
    'anybody typing it.',
  title: 'name',
  icon: 'forms',
  isSetting: true,
  fields: {
    name: f.text({ required: true, maxLength: 120, search: true, label: 'Name of the form' }),
    heading: f.text({ required: true, maxLength: 120, help: 'What visitors read first.' }),
    intro: f.longText({ label: 'Introduction' }),
    language: f.choice(
      [
        { value: 'zh-Hant', label: 'Traditional Chinese' },
        { value: 'zh-Hans', label: 'Simplified Chinese' },
        { value: 'en', label: 'English' },
      ],
      { label: 'Language', help: 'Empty: the language of the visitor.' },
    ),
    asks: f.choices(questions, {
      label: 'Asks for',
      default: ['person', 'phone', 'email', 'need'],
      help: 'The name of the company is always asked.',
    }),
    musts: f.choices(questions, { label: 'Must be answered' }),
    consent: f.longText({
      label: 'Consent',
      help: 'Visitors have to agree to this text; the lead keeps when they did.',
    }),
    thanks: f.longText({ label: 'Words of thanks', help: 'Shown after sending.' }),
    owner: f.person({ label: 'Salesperson', help: "Empty: the leads are nobody's at first." }),
    source: f.choice(leadSources, { required: true, default: 'website', ownChoices: 'more' }),
    medium: f.text({ maxLength: 120, help: 'E.g. the paper, the site or the stand.' }),
    campaign: f.text({ maxLength: 120, search: true }),
    /** What stands in its address; who does not know it does not find the form. */
    key: f.derived(f.text({ maxLength: 43, label: 'Key of the address' })),
    status: f.state([
      { value: 'open', label: 'Open to visitors', tone: 'green' },
      { value: 'closed', label: 'Closed to visitors', tone: 'grey' },
    ]),
  },
  access: {
    read: { 'sales-lead': 'all', manager: 'all', marketer: 'all' },
    create: keepers,
    update: keepers,
    delete: keepers,
  },
  list: {
    columns: ['name', 'heading', 'source', 'medium', 'campaign', 'owner', 'status'],
    sort: 'name',
    tabs: {
      'Open to visitors': { status: 'open' },
      'Closed to visitors': { status: 'closed' },
      All: {},
    },
  },
  form: [
    ['name', 'language'],
    'heading',
    'intro',
    'asks',
    'musts',
    'consent',
    'thanks',
    {
      title: 'The leads',
      rows: [
        ['owner', 'source'],
        ['medium', 'campaign'],
      ],
    },
  ],
  indexes: [['key']],
})
export interface LeadForm extends Row<typeof LeadForm> {}
