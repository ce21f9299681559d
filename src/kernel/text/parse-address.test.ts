/** A pasted line becomes the parts of an address, in either script, whole or shortened. */
import { expect, test } from 'vitest'
import { parseAddress } from './parse-address.ts'
import tables from './regions.json' with { type: 'json' }

const partsOf = (line: string, home = 'TW') => {
  const { country, region, city, district, street, postalCode } = parseAddress(line, home) ?? {}
  return [country, region, city, district, street, postalCode].map((part) => part ?? '').join('|')
}

test('Taiwan: county, district, and the code of the district where none is written', () => {
  const office = 'TW||臺北市|信義區|信義路五段7號|110'
  expect(partsOf('110臺北市信義區信義路五段7號')).toBe(office)
  expect(partsOf('台北市 信義區 信義路五段 7 號')).toBe(office)
  expect(partsOf('地址：台灣台北信義區信義路五段７號')).toBe(office)
  const hall = 'TW||新北市|板橋區|中山路一段161號10樓之3|'
  expect(partsOf('22001新北市板橋區中山路一段161號10樓之3')).toBe(`${hall}22001`)
  expect(partsOf('台北縣板橋市中山路一段161號10樓之3')).toBe(`${hall}220`)
  expect(partsOf('新竹東區光復路二段101號')).toBe('TW||新竹市|東區|光復路二段101號|300')
})

test('mainland: what lies between is filled in, short names are completed', () => {
  const park = 'CN|广东省|深圳市|南山区|科苑路15号|'
  expect(partsOf('广东省深圳市南山区科苑路15号')).toBe(park)
  expect(partsOf('深圳南山科苑路15号')).toBe(park)
  expect(partsOf('深圳市南山路1号')).toBe('CN|广东省|深圳市||南山路1号|')
  expect(partsOf('昆山市玉山镇人民路1号')).toBe('CN|江苏省|苏州市|昆山市|玉山镇人民路1号|')
  const tower = 'CN|上海市|上海市|浦东新区|世纪大道100号|200120'
  expect(partsOf('中国上海市市辖区浦东新区世纪大道100号 200120')).toBe(tower)
  expect(partsOf('湖北仙桃市仙桃大道1号')).toBe('CN|湖北省|仙桃市||仙桃大道1号|')
  expect(partsOf('廣東東莞長安鎮振安中路1號')).toBe('CN|廣東省|東莞市|長安鎮|振安中路1號|')
})

test('Hong Kong: the side of the harbour and the quarter', () => {
  expect(partsOf('香港九龍尖沙咀廣東道30號')).toBe('HK|九龍||尖沙咀|廣東道30號|')
  expect(partsOf('香港湾仔軒尼詩道200號')).toBe('HK|香港島||灣仔|軒尼詩道200號|')
  expect(partsOf('九龍觀塘道388號')).toBe('HK|九龍|||觀塘道388號|')
})

test('what could be in several places stays open, what is no such place is left alone', () => {
  expect(partsOf('朝阳区建国路88号', 'CN')).toBe('CN|||朝阳区|建国路88号|')
  expect(partsOf('河北省桥西区东里街道66号')).toBe('CN|河北省||桥西区|东里街道66号|')
  expect(partsOf('中山區南京東路二段1號')).toBe('TW|||中山區|南京東路二段1號|')
  for (const line of ['南京東路三段200號', '新竹光復路1號', '12 Main Street', '', '宏達有限公司'])
    expect(parseAddress(line, 'TW')).toBeNull()
})

test('every district of the tables is found again, of Taiwan in both scripts', () => {
  const lost: string[] = []
  for (const [city, districts] of Object.entries(tables.tw))
    for (const coded of districts.split(' ')) {
      const [district, code] = [coded.slice(0, -3), coded.slice(-3)]
      for (const line of [`${city}${district}`, `${city.replace('臺', '台')} ${district}`])
        if (partsOf(`${line}中正路1號`) !== `TW||${city}|${district}|中正路1號|${code}`)
          lost.push(line)
    }
  for (const [region, cities] of Object.entries(tables.cn))
    for (const [city, districts] of Object.entries(cities))
      for (const district of districts.split(' ').filter(() => city !== '')) {
        const line = `${region}${city}${district}`
        const expected = `CN|${region}|${city}|${district}|人民路1号|`
        if (partsOf(`${line}人民路1号`) !== expected) lost.push(line)
      }
  expect(lost).toEqual([])
})
