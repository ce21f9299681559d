/** The company's own settings: name, address, tax id, currency, time zone, number series. */
import type { FastifyInstance } from 'fastify'
import { fail } from '../base/fail.ts'
import type { Caller } from '../action/caller.ts'
import { openCtx } from '../action/open-ctx.ts'
import type { AuditEntry, Unit } from '../action/unit.ts'
import { write } from '../action/write.ts'
import { changesBetween } from '../audit/flush.ts'
import { companyOf } from '../company.ts'
import { sql } from '../db/sql.ts'
import { parseInput } from '../entity/parse-draft.ts'
import { f } from '../field/f.ts'
import type { House } from '../house.ts'
import { formatNumber, isPattern } from '../numbering/pattern.ts'
import { seriesOf } from '../numbering/next-number.ts'
import { administratorOf } from './administrator.ts'
import { asked, bodyOf, writeWish, type Asker } from './asker.ts'
import { setUpSteps } from '../session/set-up-steps.ts'
import { isCountry } from '../text/country.ts'
import type { Voice } from './voice.ts'

const fields = {
  name: f.text({ required: true, maxLength: 120 }),
  legalName: f.text({ maxLength: 200 }),
  taxId: f.text({ maxLength: 30 }),
  phone: f.phone(),
  email: f.email(),
  website: f.url(),
  address: f.address(),
  currency: f.currency({ required: true }),
  country: f.text({ required: true }),
  timeZone: f.text({ required: true }),
  locale: f.choice(['zh-Hant', 'zh-Hans', 'en'], { required: true }),
  setUp: f.choice(setUpSteps),
}

export function registerCompanyRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.get('/api/company', async (request) => {
    const { caller, sight } = await asked(asker, request)
    const { t } = voice.of(request, caller)
    return companyAnswer(house, caller, sight.reader.today, t)
  })

  app.patch('/api/company', async (request) => {
    const { caller, sight } = await administratorOf(asker, request, 'Company')
    await changeCompany(house, caller, bodyOf(request), writeWish(request))
    return companyAnswer(house, caller, sight.reader.today, voice.of(request, caller).t)
  })
}

async function companyAnswer(
  house: House,
  caller: Caller,
  today: string,
  t: (english: string) => string,
) {
  const { more, practiceOf: _, ...company } = await house.companies.of(caller.tenant)
  const own = (more.numbering ?? {}) as Record<string, string>
  const series = [...house.registry.entities.values()].flatMap((entity) =>
    Object.entries(entity.fields)
      .filter(([, field]) => field.kind === 'serial')
      .map(([name, field]) => {
        const key = seriesOf(entity, name)
        const pattern = own[key] ?? field.pattern ?? ''
        return {
          series: key,
          label: t(entity.label.one),
          pattern,
          standard: field.pattern,
          example: formatNumber(pattern, today, 1),
        }
      }),
  )
  const {
    legalName = null,
    taxId = null,
    phone = null,
    email = null,
    website = null,
    address = null,
    setUp = null,
  } = more
  return { ...company, legalName, taxId, phone, email, website, address, setUp, series }
}

async function changeCompany(
  house: House,
  caller: Caller,
  body: Record<string, unknown>,
  wish: object,
): Promise<void> {
  const { numbering, ...given } = body
  await write(house, caller, wish, async (unit) => {
    const { more, ...standard } = await companyOf(openCtx(unit))
    const stored: Record<string, unknown> = standard
    const known = Object.fromEntries(
      Object.keys(fields).map((name) => [name, more[name] ?? stored[name] ?? null]),
    )
    const parse = (values: object) =>
      parseInput(fields, values, {
        person: caller.person,
        place: unit.sight.reader,
        partial: false,
      })
    const own = (more.numbering ?? {}) as Record<string, string>
    const after = parse({ ...known, ...given })
    checkPlace(after)
    const patterns = { ...own, ...checkedPatterns(house, numbering) }
    const before = { ...parse(known), numbering: own }
    const changes = changesBetween(before, { ...after, numbering: patterns })
    if (changes) keepCompany(unit, changes)
  })
  house.companies.forget(caller.tenant)
}

/** Only what changes is written, so that two who change the settings do not undo each other. */
function keepCompany(unit: Unit, changes: Pick<AuditEntry, 'before' | 'after'>): void {
  const { tenant } = unit.caller
  const { name = null, ...settings } = changes.after ?? {}
  unit.tx.send(
    sql`update company set name = coalesce(${name}::text, name),
        settings = settings || ${JSON.stringify(settings)}::jsonb
      where tenant = ${tenant}`,
  )
  const entry = { entity: 'company', record: tenant, action: 'update', reason: null }
  unit.audit.push({ ...entry, ...changes })
}

function checkPlace({ country, timeZone: zone }: Record<string, unknown>): void {
  if (!isCountry(country)) fail('field.not-a-country', {}, { field: 'country' })
  const timeZone = String(zone)
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone) && timeZone !== 'UTC') {
    fail('company.unknown-time-zone', { timeZone }, { field: 'timeZone' })
  }
}

function checkedPatterns(house: House, given: unknown): Record<string, string> {
  if (given === undefined || given === null) return {}
  if (typeof given !== 'object' || Array.isArray(given))
    fail('input.object-expected', {}, { field: 'numbering' })
  for (const [series, pattern] of Object.entries(given)) {
    const [entity = '', field = ''] = series.split('.')
    const known = house.registry.entities.get(entity)?.fields[field]?.kind === 'serial'
    if (!known || typeof pattern !== 'string' || !isPattern(pattern)) {
      fail('company.bad-pattern', { series }, { field: `numbering.${series}` })
    }
  }
  return given as Record<string, string>
}
