/** Refused rows go back with their reasons, and can be imported again once they are put right. */
import { buffer as bytesOf } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { readAll } from '../file/made-files.ts'
import { writeErrorFile } from './error-file.ts'

async function* rejected() {
  yield { row: 7, cells: ['=A', '02-1234', 'x'], problem: 'Phone is missing' }
  yield { row: 9, cells: ['B'], problem: '電話, 地址' }
  yield { row: 12, cells: ['C', '1', 'x', 'y', 'z'], problem: 'Too many cells' }
}

test('the original columns come first, then row and problem, then what was too much', async () => {
  const bytes = await bytesOf(writeErrorFile(['Name', 'Phone', 'City'], rejected()))
  expect(bytes.toString()).toContain("\r\n'=A,02-1234,x,7,")
  const { header, all } = await readAll('errors.csv', bytes)
  expect(header).toEqual(['Name', 'Phone', 'City', 'Row', 'Problem'])
  expect(all.map(({ cells }) => cells)).toEqual([
    ['=A', '02-1234', 'x', '7', 'Phone is missing'],
    ['B', '', '', '9', '電話, 地址'],
    ['C', '1', 'x', '12', 'Too many cells', 'y', 'z'],
  ])
})

test('the labels are those of the language of the person', async () => {
  const labels = { row: '列', problem: '問題' }
  const bytes = await bytesOf(writeErrorFile(['Name'], rejected(), labels))
  expect((await readAll('errors.csv', bytes)).header).toEqual(['Name', '列', '問題'])
})
