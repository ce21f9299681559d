/** A small house to bring tables into: boxes on shelves, and somebody who may be in the way. */
import { jobCall } from '../../testing/job-call.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrator } from '../../access/person.ts'
import { newId } from '../../db/new-id.ts'
import { defineEntity } from '../../entity/entity.ts'
import type { Values } from '../../entity/parse-draft.ts'
import { f } from '../../field/f.ts'
import { defineModule } from '../../module.ts'
import type { World } from '../../testing/world.ts'
import { beginRun } from '../begin-run.ts'
import { importFile } from '../import.job.ts'
import { readProblems } from '../run-problems.ts'
import { addRun, noCounts, readRun, type ImportPlan, type ImportRun } from '../run-store.ts'

const all = { read: ['everyone'], create: [], update: [], delete: [], export: [], import: [] }

export const Shelf = defineEntity('shelf', {
  label: { one: 'Shelf', many: 'Shelves' },
  title: 'name',
  fields: { name: f.text({ required: true, unique: true }) },
  access: all,
})

export const Box = defineEntity('box', {
  label: { one: 'Box', many: 'Boxes' },
  title: 'name',
  fields: {
    number: f.serial('B-{year}-{000}'),
    name: f.text({ required: true, search: true }),
    code: f.text({ unique: true }),
    mail: f.email({ unique: true }),
    kind: f.choice(['goods', 'service']),
    shelf: f.ref('shelf'),
    shelves: f.refs('shelf'),
    packedAt: f.instant(),
    place: f.address(),
    isOpen: f.boolean(),
    inside: f.ref('box'),
    marks: f.tags(),
    remark: f.longText(),
    status: f.state(['packed', 'gone'], { broughtIn: true }),
    goneOn: { ...f.derived(f.date()), broughtIn: true },
    lastShelf: { ...f.derived(f.ref('shelf')), broughtIn: true },
  },
  access: all,
})

/** Told of each box that is added; a test may throw here what it needs. */
export const onBox: { added: (name: string) => void } = { added: () => undefined }

export const boxes = defineModule({
  name: 'boxes',
  label: 'Boxes',
  entities: [Shelf, Box],
  on: { 'box.create': async (_ctx, { row }) => onBox.added(String((row as Values).name)) },
})

const folder = mkdtempSync(join(tmpdir(), 'shangmai-import-'))

/** Keeps a file as an upload does. */
export function keep(content: string | Buffer): { id: string; path: string } {
  const id = newId()
  const path = join(folder, id)
  writeFileSync(path, content)
  return { id, path }
}

export interface RunWish extends Partial<ImportPlan> {
  entity?: string
  fileName?: string
  check?: boolean
}

/** A run over a file; unless told, its first line names fields or parts of an address. */
export async function runOf(
  world: World,
  content: string | Buffer,
  { entity = 'box', fileName = 'boxes.csv', check, ...plan }: RunWish = {},
): Promise<string> {
  const { house, tenant } = world
  const person = (await world.as(administrator)).caller.person
  const run: ImportRun = {
    ...keep(content),
    byUser: person.id,
    entity,
    fileName,
    choice: {},
    plan: null,
    status: 'new',
    counts: noCounts,
    operation: null,
    cancelWanted: false,
    fault: null,
  }
  await addRun(house.database, tenant, run, house.now())
  const header = content.toString().split('\n')[0]?.split(',') ?? []
  const whole: ImportPlan = {
    mapping: Object.fromEntries(header.map((field, index) => [String(index), field])),
    key: null,
    mode: 'create',
    createMissing: false,
    ...plan,
  }
  await begin(world, run, whole, check ? 'checking' : 'running')
  return run.id
}

export function begin(
  { house, tenant }: World,
  run: ImportRun,
  plan: ImportPlan,
  status: 'checking' | 'running',
): Promise<void> {
  return house.database.transaction(tenant, (tx) =>
    beginRun(tx, tenant, run, { status, plan }, house.now()),
  )
}

/** As the queue would. */
export function work({ house, tenant }: World, id: string, isLast = false): Promise<void> {
  return importFile(house, jobCall({ tenant, payload: { run: id }, now: house.now(), isLast }))
}

export async function stateOf({ house, tenant }: World, id: string) {
  const run = await readRun(house.database, tenant, id)
  if (!run) throw new Error('The run is gone')
  const rows = await readProblems(house.database, tenant, id, 0, 5000)
  const problems = rows.flatMap(({ row, problems: own }) =>
    own.map(({ field, rule }) => [row, field, rule]),
  )
  const { status, fault, counts, operation } = run
  const { total, done, created, updated, unchanged, rejected } = counts
  const figures = { total, done, created, updated, unchanged, rejected }
  return { run, status, rule: fault?.rule ?? null, figures, operation, problems }
}

/** Brings a text in as a whole, or tries it. */
export async function bring(world: World, text: string, wish: RunWish = {}) {
  const id = await runOf(world, text, wish)
  await work(world, id)
  return stateOf(world, id)
}

/** `count` lines `name,code` below their header. */
export function manyBoxes(count: number, mark: string): string {
  const lines = Array.from({ length: count }, (_, at) => `Box ${at + 1},${mark}-${at + 1}`)
  return ['name,code', ...lines].join('\n')
}
