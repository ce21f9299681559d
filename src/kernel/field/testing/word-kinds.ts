/** Fields of words: what fits them, and what does not. */
import { f } from '../f.ts'
import type { KindSample } from './kind-sample.ts'

const long = (length: number) => 'x'.repeat(length)
const odd = [
  [5, 'field.text-expected'],
  [{}, 'field.text-expected'],
  ['a\u0000b', 'field.unreadable-characters'],
  ['a\ud800', 'field.unreadable-characters'],
  ['a\u001b', 'field.unreadable-characters'],
] as const

export const wordKinds = {
  text: {
    field: f.text({ maxLength: 20 }),
    stored: ['alpha ＣＯ 公司', 'beta', 'gamma'],
    given: [
      ['  two \n words ', 'two words'],
      ['e\u0301', 'é'],
      [' ', null],
    ],
    refused: [...odd, [long(21), 'field.too-long']],
    found: '公司',
    has: ['ＡＬＰＨＡ', 'co 公'],
    starts: 'AL',
  },
  longText: {
    field: f.longText(),
    stored: ['first line\nsecond line', '乙', '丙'],
    given: [
      ['two\n words \n', 'two\n words'],
      ['', null],
    ],
    refused: [...odd, [long(20_001), 'field.too-long'], [long(1024 * 1024), 'field.too-long']],
    found: 'second',
    has: ['SECOND', 'line\nsec'],
  },
  richText: {
    field: f.richText(),
    stored: ['**bold** and plain', '乙', '丙'],
    refused: [...odd, [long(20_001), 'field.too-long']],
    found: 'plain',
    has: ['Ｐlain'],
  },
  url: {
    field: f.url(),
    stored: ['https://a.example/x', 'https://b.example', 'https://c.example'],
    given: [['a.example', 'https://a.example']],
    refused: [
      ...odd,
      ['javascript:alert(1)', 'field.not-a-url'],
      ['ftp://a.example', 'field.not-a-url'],
      ['http://', 'field.not-a-url'],
    ],
    found: 'a.example',
    has: ['A.EX'],
    starts: 'https://a',
  },
  email: {
    field: f.email(),
    stored: ['ann@a.example', 'ben@b.example', 'cai@c.example'],
    given: [
      [' Ann@A.Example ', 'ann@a.example'],
      ['', null],
    ],
    refused: [
      ...odd,
      ['abc', 'field.not-an-email'],
      ['a@b', 'field.not-an-email'],
      ['a@b.example, c@d.example', 'field.not-an-email'],
    ],
    found: 'ann@a',
    has: ['ANN@'],
    starts: 'An',
  },
  phone: {
    field: f.phone(),
    stored: ['+886227121000', '+886227122000', '+886912345678'],
    given: [
      ['(02) 2712-1000', '+886227121000'],
      ['02 2712 1000 #12', '+886227121000;ext=12'],
      ['總機 1000000000000', '總機 1000000000000'],
      ['', null],
    ],
    refused: [...odd, ['abc', 'field.not-a-phone'], [long(61), 'field.too-long']],
    found: '2712-1000',
    has: ['7121'],
    starts: '+8862271210',
  },
  serial: {
    field: f.serial('K-{000}'),
    stored: ['K-101', 'K-102', 'K-103'],
    refused: odd,
    found: 'K-101',
    has: ['k-101'],
    starts: 'k-101',
  },
  currency: {
    field: f.currency(),
    stored: ['CNY', 'EUR', 'TWD'],
    given: [
      [' twd ', 'TWD'],
      ['', null],
    ],
    refused: [
      [5, 'field.text-expected'],
      ['ABC', 'field.not-a-currency'],
      ['EURO', 'field.not-a-currency'],
    ],
    found: 'CNY',
  },
  address: {
    field: f.address(),
    stored: [
      {
        country: 'TW',
        region: '臺北市',
        district: '大安區',
        street: '仁愛路 1 號',
        postalCode: '106',
      },
      { country: 'DE', city: 'Berlin', street: 'Obere Str. 57', postalCode: '12209' },
      { country: 'US', city: 'Seattle', lat: 47.6, lng: -122.3 },
    ],
    given: [
      [{ city: '  New \n York ' }, { city: 'New York' }],
      [{ country: '', city: null }, null],
    ],
    cells: [['somewhere', { street: 'somewhere' }]],
    refused: [
      ['x', 'field.address-expected'],
      [[], 'field.address-expected'],
      [{ street: 5 }, 'field.text-expected'],
      [{ street: long(301) }, 'field.too-long'],
      [{ country: 'Taiwan' }, 'field.not-a-country'],
      [{ country: 'ZZ' }, 'field.not-a-country'],
      [{ country: 'tw' }, 'field.not-a-country'],
      [{ lat: 91 }, 'field.not-a-place'],
      [{ lng: '5' }, 'field.not-a-place'],
    ],
    found: '仁愛路',
    has: ['臺北市大安區仁愛路', '106', '１ 號'],
  },
} satisfies Record<string, KindSample>
