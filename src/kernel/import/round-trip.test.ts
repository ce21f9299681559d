/** What one company writes into a file, in any language, comes into another one as it was. */
import type { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { administrator } from '../access/person.ts'
import { sightOf } from '../action/caller.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import type { Locale } from '../i18n/languages.ts'
import { createTranslator } from '../i18n/message.ts'
import { exportColumns, exportRows } from '../query/export-rows.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import type { World } from '../testing/world.ts'
import { openTable } from './file/read-table.ts'
import { importFields } from './import-fields.ts'
import { guessMapping } from './mapping/guess.ts'
import { importTargets } from './targets.ts'
import { boxes, Box, keep, runOf, Shelf, stateOf, work } from './testing/bring.ts'
import { writeCsv } from './write/write-csv.ts'
import { writeXlsx } from './write/write-xlsx.ts'

const world = useHouse([people, boxes], async () => async () => undefined)
const fields = Object.keys(Box.fields)
const shelves = ['Left wall', 'Attic, north', '閣樓']

async function fill(place: World): Promise<string[]> {
  const ids: string[] = []
  for (const name of shelves) ids.push((await place.program.create(Shelf, { name })).id)
  return ids
}

beforeAll(async () => {
  const [left = '', attic = '', loft = ''] = await fill(world())
  const address = {
    country: 'TW',
    region: '臺灣省',
    city: '彰化縣',
    district: '員林市',
    street: '=中山路 1 號, "2" 樓',
    postalCode: '00510',
    lat: 23.958512,
    lng: -120.5,
  }
  const create = (draft: Parameters<World['program']['create']>[1]) =>
    world().program.create(Box, draft)
  await create({
    name: '甲',
    code: 'whole',
    mail: 'rt@box.example',
    kind: 'service',
    packedAt: '2026-03-09T16:04:05.678Z',
    place: address,
    shelf: attic,
    shelves: [loft, left, attic],
    isOpen: true,
    marks: ['red, blue', '紅、藍'],
    remark: '  indented\nsecond line',
  })
  await create({ name: '-1+1', code: '007', kind: 'goods', marks: ['one, two'] })
  await create({ name: "'quoted", code: '="0012"', place: { street: '+8', country: 'GB' } })
  await create({ name: 'Söhne ', code: '1e5', packedAt: '1999-12-31T23:59:59.000Z', marks: ['a'] })
})

/** What the boxes hold, with names in place of ids. */
async function boxesOf(place: World): Promise<unknown> {
  const names = new Map((await place.program.list(Shelf)).map(({ id, name }) => [id, name]))
  const rows = await place.program.list(Box, { columns: fields, sort: 'number' })
  const held = rows.map((row) => Object.entries(row).filter(([field]) => fields.includes(field)))
  const text = JSON.stringify(held.map((entries) => Object.fromEntries(entries)))
  return JSON.parse(text, (_, value: unknown) => names.get(String(value)) ?? value)
}

async function exported(locale: Locale, write: typeof writeCsv): Promise<Buffer> {
  const { caller } = await world().as(administrator)
  const sight = await sightOf(world().house, caller)
  const voice = { t: createTranslator(locale, catalogueOf(locale)) }
  const shown = importFields(Box, caller.person)
  const wish = { where: {}, columns: fields }
  const rows = exportRows(world().house, sight, Box, wish, shown, voice)
  const { timeZone } = sight.reader
  return bytesOf(write(exportColumns(shown, voice), rows, { timeZone }))
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(pieces)
}

const ways = (['en', 'zh-Hant', 'zh-Hans'] as const).flatMap((locale) => [
  { locale, fileName: 'boxes.csv', write: writeCsv },
  { locale, fileName: 'boxes.xlsx', write: writeXlsx },
])

test.each(ways)('$fileName in $locale, mapped as guessed', async ({ locale, fileName, write }) => {
  const elsewhere = await world().elsewhere()
  await fill(elsewhere)
  const bytes = await exported(locale, write)
  const { header, preview } = await openTable({ path: keep(bytes).path, name: fileName })
  const { person } = (await elsewhere.as(administrator)).caller
  const targets = importTargets(Box, person)
  const guesses = guessMapping(header, preview, targets)
  expect(guesses.map(({ field, confidence }) => [field, confidence])).toEqual(
    targets.map(({ field }) => [field, 1]),
  )
  const mapping = Object.fromEntries(guesses.map(({ field }, index) => [String(index), field]))
  const id = await runOf(elsewhere, bytes, { fileName, mapping })
  await work(elsewhere, id)
  expect(await stateOf(elsewhere, id)).toMatchObject({ status: 'done', problems: [] })
  expect(await boxesOf(elsewhere)).toEqual(await boxesOf(world()))
})
