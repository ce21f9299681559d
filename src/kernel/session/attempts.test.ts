/** Wrong passwords cost time: by account, by unknown e-mail, by address. */
import { expect, test } from 'vitest'
import { openAddressLimit, openStrangers } from './attempts.ts'
import { lockedUntil, secondsLeft } from './lockout.ts'
import { networkOf } from './network.ts'

const noon = new Date('2026-11-23T12:00:00Z')
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

function waits(doing: () => void): unknown {
  try {
    doing()
    return 0
  } catch (error) {
    expect(error).toMatchObject({ rule: 'session.locked', status: 429 })
    return (error as { facts: { seconds: number } }).facts.seconds
  }
}

test('the fifth failure costs a minute, each further one double, at most half an hour', () => {
  const minutes = (failures: number) => secondsLeft(lockedUntil(failures, noon), noon) / 60
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 50].map(minutes)).toEqual([
    0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30,
  ])
})

test('waiting is told in whole seconds, and ends', () => {
  const until = lockedUntil(5, noon)
  expect(secondsLeft(until, later(0.5))).toBe(60)
  expect(secondsLeft(until, later(59.9))).toBe(1)
  expect(secondsLeft(until, later(60))).toBe(0)
})

test('an address has so many tries a minute; right ones are given back', () => {
  const limit = openAddressLimit(3)
  for (let turn = 0; turn < 20; turn += 1) {
    limit.take('203.0.113.9', noon)
    limit.giveBack('203.0.113.9')
  }
  for (let turn = 0; turn < 3; turn += 1) limit.take('203.0.113.9', later(10))
  expect(waits(() => limit.take('203.0.113.9', later(20)))).toBe(40)
  expect(waits(() => limit.take('203.0.113.10', later(20)))).toBe(0)
  expect(waits(() => limit.take('203.0.113.9', later(60)))).toBe(0)
})

test('0 stands for no limit', () => {
  const limit = openAddressLimit(0)
  for (let turn = 0; turn < 1000; turn += 1) limit.take('203.0.113.9', noon)
})

test('an IPv6 network counts as one address, IPv4 inside IPv6 as IPv4', () => {
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:0db8:0001:0002::9'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
})

test('an unknown e-mail is closed as an account would be', () => {
  const strangers = openStrangers()
  const fail = () => strangers.noteFailure('nobody@harbor.example', noon)
  for (let turn = 0; turn < 4; turn += 1) fail()
  expect(waits(() => strangers.refuseLocked('nobody@harbor.example', noon))).toBe(0)
  fail()
  expect(waits(() => strangers.refuseLocked('nobody@harbor.example', noon))).toBe(60)
  expect(waits(() => strangers.refuseLocked('other@harbor.example', noon))).toBe(0)
  expect(waits(() => strangers.refuseLocked('nobody@harbor.example', later(60)))).toBe(0)
})

test('however many knock, the oldest are forgotten first', () => {
  const limit = openAddressLimit(1)
  limit.take('198.51.100.1', noon)
  for (let at = 0; at < 10_000; at += 1) limit.take(`10.0.${at >> 8}.${at & 255}`, noon)
  expect(waits(() => limit.take('198.51.100.1', noon))).toBe(0)
  expect(waits(() => limit.take('10.0.39.15', noon))).toBe(60)
})
