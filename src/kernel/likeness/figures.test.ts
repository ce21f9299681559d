/** How many of the labelled pairs are judged rightly: the figures of docs/duplicates.md. */
import { expect, test } from 'vitest'
import { featuresOf } from './features.ts'
import { keysOf } from './keys.ts'
import { likenessOf, worthKeeping, worthSaying } from './score.ts'
import { labelledPairs, type Labelled } from './testing/labelled-pairs.ts'

const rule = { name: 'name', phone: 'phone', taxId: 'number' } as const

/** 0 where no key is shared: the pair would never be looked at. */
function scoreOf({ one, other }: Labelled): number {
  const [a, b] = [featuresOf(rule, one), featuresOf(rule, other)]
  const keys = new Set(keysOf(b))
  return keysOf(a).some((key) => keys.has(key)) ? likenessOf(a, b).score : 0
}

const judged = labelledPairs().map((pair) => ({ ...pair, score: scoreOf(pair) }))

function figuresFrom(limit: number): { precision: number; recall: number } {
  const named = judged.filter(({ score }) => score >= limit)
  const right = named.filter(({ isSame }) => isSame).length
  const same = judged.filter(({ isSame }) => isSame).length
  return { precision: right / named.length, recall: right / same }
}

function table(): string {
  const rows = [...Map.groupBy(judged, ({ way, isSame }) => `${isSame ? '=' : '≠'} ${way}`)]
  return rows
    .map(([way, pairs]) => {
      const named = (limit: number) => pairs.filter(({ score }) => score >= limit).length
      return `${way} | ${pairs.length} | ${named(worthSaying)} | ${named(worthKeeping)}`
    })
    .join('\n')
}

test('precision and recall on the labelled pairs stay as high as they are', () => {
  const [said, kept] = [figuresFrom(worthSaying), figuresFrom(worthKeeping)]
  process.stdout.write(`\n${table()}\n${JSON.stringify({ pairs: judged.length, said, kept })}\n`)
  expect(judged.length).toBeGreaterThan(3000)
  expect(said.precision).toBeGreaterThan(0.9)
  expect(said.recall).toBeGreaterThan(0.8)
  expect(kept.precision).toBeGreaterThan(0.95)
  expect(kept.recall).toBeGreaterThan(0.75)
})
