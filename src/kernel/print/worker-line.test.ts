/** Tasks before a worker thread: each is answered or refused, whatever happens to the thread. */
import { afterEach, expect, test } from 'vitest'
import { createWorkerLine, type WorkerLine } from './worker-line.ts'

type Line = WorkerLine<unknown, string>

const script = `
  import { parentPort, threadId } from 'node:worker_threads'
  parentPort.on('message', (task) => {
    if (task === 'die') process.exit(3)
    if (task === 'throw') throw new Error('uncaught')
    if (task === 'hang') for (;;);
    if (task === 'refuse') {
      const refused = { rule: 'paper.empty', facts: { tray: 2 }, field: 'tray', status: 409 }
      return parentPort.postMessage({ refused: { ...refused, problems: [] } })
    }
    if (task === 'fail') return parentPort.postMessage({ failed: { message: 'broken pen' } })
    parentPort.postMessage({ result: task + ' by ' + threadId })
  })`

let line: Line

function open(patience = 10_000, source = script): Line {
  line = createWorkerLine(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
    patience,
  })
  return line
}

afterEach(() => line.stop())

const threadOf = (answer: string) => answer.split(' by ')[1]

test('one thread answers everybody in the order of asking', async () => {
  const { ask } = open()
  const order: string[] = []
  const tasks = ['a', 'b', 'c'].map((task) => ask(task).then((answer) => order.push(answer)))
  await Promise.all(tasks)
  expect(order.map((answer) => answer.split(' by ')[0])).toEqual(['a', 'b', 'c'])
  expect(new Set(order.map(threadOf)).size).toBe(1)
})

test.each(['die', 'throw'])('a thread that dies (%s) takes one task along', async (way) => {
  const { ask } = open()
  const before = ask('a')
  const deadly = ask(way)
  const after = ask('b')
  await expect(deadly).rejects.toThrow(way === 'die' ? /ended before/ : 'uncaught')
  expect(threadOf(await after)).not.toBe(threadOf(await before))
})

test('a thread that dies while nobody waits is replaced', async () => {
  const dying = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', (task) => {
      parentPort.postMessage({ result: task })
      setImmediate(() => process.exit(0))
    })`
  const { ask } = open(10_000, dying)
  expect(await ask('a')).toBe('a')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await ask('b')).toBe('b')
})

test('a task that never ends is given up and the next one is done', async () => {
  const { ask } = open(300)
  const endless = ask('hang')
  const next = ask('a')
  await expect(endless).rejects.toThrow(/did not answer/)
  expect(await next).toMatch(/^a by/)
})

test('a refusal and a failure come home as they were thrown, and the thread stays', async () => {
  const { ask } = open()
  const first = await ask('a')
  await expect(ask('refuse')).rejects.toMatchObject({
    name: 'Refusal',
    rule: 'paper.empty',
    facts: { tray: 2 },
    field: 'tray',
    status: 409,
  })
  await expect(ask('fail')).rejects.toThrow('broken pen')
  expect(await ask('a')).toBe(first)
})

test('a task that cannot cross threads is refused alone', async () => {
  const { ask } = open()
  await expect(ask(() => 'a function')).rejects.toThrow(/could not be cloned/)
  expect(await ask('a')).toMatch(/^a by/)
})

test('a script that cannot start refuses every task', async () => {
  const { ask } = open(10_000, 'import "./nowhere.js"')
  const outcomes = await Promise.allSettled([ask('a'), ask('b')])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('stopping refuses what waits; a later task starts anew', async () => {
  const { ask, stop } = open()
  const outcomes = Promise.allSettled([ask('a'), ask('b')])
  await stop()
  const messages = (await outcomes).map((outcome) =>
    outcome.status === 'rejected' ? String(outcome.reason) : 'answered',
  )
  expect(messages).toEqual(['Error: The worker was stopped', 'Error: The worker was stopped'])
  expect(await ask('c')).toMatch(/^c by/)
})
