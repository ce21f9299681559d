/** The next part of a search for duplicates: pairs of before, then records with a key in common. */
import { createRecords } from '../action/record-writes.ts'
import type { Unit } from '../action/unit.ts'
import type { BulkRun } from '../bulk/bulk-run.ts'
import type { Portion } from '../bulk/portion.ts'
import type { Refusal } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import { entityOf } from '../registry.ts'
import { DuplicatePair } from './duplicate-pair.entity.ts'
import { countKeys, keyBehind, keyGroups } from './key-groups.ts'
import { bringBack, knownPairs, lookAgain, openPairs, pairKey } from './known-pairs.ts'
import type { Compared } from './compared.ts'
import { comparedIn, likePair, type Found } from './like-pair.ts'
import { readPlace, shareOf, writePlace, type ScanPlace } from './scan-place.ts'

/** Finding takes less of a transaction than changing. */
const pairsEach = 5
const keysEach = 100
/** Of very many that are alike each is paired with its best ones: a merge brings the next. */
const mostOfRecord = 5
const atOnce = 1000

/** @param inTheWay the database refused what was found in this portion: it is left */
export async function scanPortion(
  unit: Unit,
  run: BulkRun,
  most: number,
  inTheWay?: Refusal,
): Promise<Portion> {
  const entity = entityOf(unit.house.registry, run.entity)
  const place = readPlace(run.counts.at)
  const { changed, next } = await step(unit, entity, place, most, inTheWay !== undefined)
  const done = shareOf(next, run.counts.total) - run.counts.done
  return { done: Math.max(0, done), changed, refused: [], at: writePlace(next) }
}

interface Step {
  changed: number
  next: ScanPlace
}

async function step(
  unit: Unit,
  entity: Entity,
  place: ScanPlace,
  most: number,
  isLeft: boolean,
): Promise<Step> {
  if (place.isThrough) return { changed: 0, next: place }
  if (place.key !== null) return findNew(unit, entity, place, place.key, most * keysEach, isLeft)
  const pairs = await openPairs(unit, entity, place.pair, most * pairsEach)
  const last = pairs.at(-1)
  if (!last) return { changed: 0, next: { ...place, key: '', all: await countKeys(unit, entity) } }
  if (!isLeft) await lookAgain(unit, entity, pairs)
  return { changed: 0, next: { ...place, pair: last.id } }
}

async function findNew(
  unit: Unit,
  entity: Entity,
  place: ScanPlace,
  from: string,
  most: number,
  isLeft: boolean,
): Promise<Step> {
  const until = await keyBehind(unit, entity, from, most)
  const groups = isLeft ? [] : await keyGroups(unit, entity, from, until)
  const changed = await keep(unit, entity, groups)
  const isThrough = until === null
  return { changed, next: { ...place, key: until ?? from, passed: place.passed + most, isThrough } }
}

/** @returns how many are new; what was decided stays as it is */
async function keep(unit: Unit, entity: Entity, groups: readonly string[][]): Promise<number> {
  const ids = new Set(groups.flat())
  const compared = await comparedIn(unit, entity, ids)
  const known = await knownPairs(unit, entity, [...ids])
  const isDecided = (pair: Found) => (known.get(pairKey(pair))?.status ?? 'open') !== 'open'
  const found = new Map<string, Found>()
  for (const records of groups)
    for (const pair of bestOf(records, compared, isDecided)) found.set(pairKey(pair), pair)
  const fresh = [...found.values()].filter((pair) => !known.has(pairKey(pair)))
  for (const pair of found.values()) await bringBack(unit, known.get(pairKey(pair)), pair)
  for (let at = 0; at < fresh.length; at += atOnce) {
    const drafts = fresh.slice(at, at + atOnce).map((pair) => ({ ...pair, entity: entity.name }))
    await createRecords(unit, DuplicatePair, drafts)
  }
  return fresh.length
}

/** @param records by id: a pair stands once, with the record whose id is the smaller */
function bestOf(
  records: readonly string[],
  compared: ReadonlyMap<string, Compared>,
  isDecided: (pair: Found) => boolean,
): Found[] {
  return records.flatMap((record, at) =>
    records
      .slice(at + 1)
      .flatMap((other) => likePair(compared, record, other) ?? [])
      .filter((pair) => !isDecided(pair))
      .toSorted((one, other) => other.score - one.score)
      .slice(0, mostOfRecord),
  )
}
