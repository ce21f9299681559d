/** Where companies share the house, their mail servers stand outside of the operator's network. */
import { expect, test } from 'vitest'
import { refuses } from '../../testing/world.ts'
import { isInner, openTarget } from './reachable.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  'fd00::1',
  'fe80::1',
  'ff02::1',
])('%s is inside', (address) => expect(isInner(address)).toBe(true))

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8'])(
  '%s is outside',
  (address) => expect(isInner(address)).toBe(false),
)

test('a name is looked up once, whatever way of writing it hides', async () => {
  for (const host of ['localhost', '127.1', '2130706433', '0x7f.1', '127.0.0.1'])
    await refuses(openTarget(host, 587), 'mail-account.inner-address', 'host')
  await refuses(openTarget('8.8.8.8', 6379), 'mail-account.other-port', 'port')
  await refuses(openTarget('no-such-name.invalid', 25), 'mail-account.host-unknown', 'host')
  expect(await openTarget('8.8.8.8', 465)).toEqual({ address: '8.8.8.8', servername: undefined })
})
