/** A waybill 運單: a consignment that a carrier brings to a customer, under the carrier's number. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { booked } from '#modules/invoices/index.ts'
import { shippers } from '#modules/shipping/index.ts'

/** Those who may read invoices at all. */
const invoiceReaders = ['sales', 'sales-lead', 'manager', 'finance']

export const WaybillLine = defineLines('waybill-line', {
  label: { one: 'Part of a waybill', many: 'Parts of waybills' },
  title: 'shipment',
  fields: {
    shipment: f.ref('shipment', { pick: { status: 'sent' } }),
    /** Of the shipment, or of the invoice where no shipment is named. */
    order: f.derived(f.ref('order')),
    invoice: f.ref('invoice', {
      seenBy: invoiceReaders,
      pick: { kind: 'invoice', status: booked },
    }),
  },
})
export type WaybillLine = Waybill['lines'][number]

/** Where it is neither with the customer nor back again. */
export const open = ['underway', 'failed'] as const

export const failureReasons = [
  { value: 'absent', label: 'Nobody was there' },
  { value: 'address', label: 'Address is wrong' },
  { value: 'refused', label: 'Was not accepted' },
  { value: 'damaged', label: 'Damaged on the way' },
  { value: 'missing', label: 'Cannot be found' },
  { value: 'customs', label: 'Held by customs' },
  { value: 'weather', label: 'Weather or traffic' },
] as const

export const waybillReaders = [
  'sales',
  'sales-lead',
  'storekeeper',
  'manager',
  'service',
  'finance',
] as const

export const Waybill = defineEntity('waybill', {
  label: { one: 'Waybill', many: 'Waybills' },
  purpose:
    "The carrier's number for goods on their way, with what happens to them. Open a shipment " +
    'that was sent and make its waybill; the customer follows it without an account.',
  begins: 'shipment',
  title: 'number',
  subtitle: ['customer', 'carrier'],
  icon: 'package',
  fields: {
    number: f.text({ required: true, search: true, maxLength: 60, label: 'Waybill number' }),
    carrier: f.text({ required: true, search: true, maxLength: 120 }),
    customer: f.ref('customer', { required: true, search: true, fills: { owner: 'owner' } }),
    owner: f.person({ default: 'me', label: 'Salesperson' }),
    sentOn: f.date({ required: true, default: 'today', label: 'Sent out on' }),
    promisedOn: f.date({ label: 'Expected on' }),
    lines: f.lines(WaybillLine, { label: 'What it carries', mayBeNone: true }),
    deliveredOn: f.derived(f.date({ label: 'Delivered on' })),
    signedBy: f.derived(f.text({ maxLength: 120, label: 'Signed by' })),
    failureReason: f.derived(
      f.choice(failureReasons, { ownChoices: 'more', label: 'Why it was not delivered' }),
    ),
    failureNote: f.derived(
      f.longText({ maxLength: 2000, label: 'What happened', help: 'The customer reads it too.' }),
    ),
    daysTaken: f.derived(f.integer({ label: 'Days on the way' })),
    daysLate: f.derived(f.integer({ label: 'Days late' })),
    /** When the salesperson, and then the superior, was told that something is wrong. */
    toldOn: f.derived(f.date({ label: 'Salesperson was told' })),
    escalatedOn: f.derived(f.date({ label: 'Superior was told' })),
    /** What stands in the customer's address of it; who does not know it finds nothing. */
    trackingKey: f.derived(f.text({ maxLength: 43, label: 'Key of the tracking page' })),
    note: f.longText(),
    status: f.state([
      { value: 'underway', label: 'Underway', tone: 'blue' },
      { value: 'delivered', label: 'Delivered', tone: 'green' },
      { value: 'failed', label: 'Not delivered', tone: 'red' },
      { value: 'returned', label: 'Gone back', tone: 'grey' },
    ]),
  },
  access: {
    read: { ...shippers, service: 'all', finance: 'all' },
    create: Object.keys(shippers),
    update: shippers,
    delete: { storekeeper: 'all', manager: 'all' },
    export: ['storekeeper', 'sales-lead', 'manager'],
  },
  locked: { when: { status: ['delivered', 'returned'] }, except: ['note'] },
  steps: ['underway', 'delivered'],
  list: {
    columns: ['number', 'carrier', 'customer', 'sentOn', 'promisedOn', 'status', 'owner'],
    sort: '-sentOn',
    tabs: {
      Underway: { status: 'underway' },
      Overdue: { status: 'underway', promisedOn: { within: 'over-0-days-ago' } },
      'Not delivered': { status: 'failed' },
      Delivered: { status: 'delivered' },
      Mine: { owner: 'me' },
      All: {},
    },
  },
  form: [
    ['number', 'carrier'],
    ['customer', 'owner'],
    ['sentOn', 'promisedOn'],
    'lines',
    {
      title: 'Outcome',
      rows: [
        ['deliveredOn', 'signedBy'],
        'failureReason',
        'failureNote',
        ['toldOn', 'escalatedOn'],
      ],
    },
    'note',
  ],
  indexes: [
    ['trackingKey'],
    ['owner', '-sentOn', 'id'],
    ['status', '-sentOn', 'id'],
    ['status', 'promisedOn', 'id'],
  ],
})
export interface Waybill extends Row<typeof Waybill> {}
