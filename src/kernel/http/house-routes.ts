/** The described house, its reports and its search over HTTP. */
import type { FastifyInstance } from 'fastify'
import { sql } from '../db/sql.ts'
import { runReport } from '../report/run-report.ts'
import { search } from '../search/search.ts'
import { sendReport } from './export-routes.ts'
import { fieldParams, reportIn } from './report-parameters.ts'
import { asked, parameter, type Asked, type Asker } from './asker.ts'
import { menuCounts } from './menu-counts.ts'
import { menuMeta, reportMeta } from './menu-meta.ts'
import { entityMeta, readableEntities } from './meta.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import { soundsOf } from '../i18n/sounds.ts'
import { setUpStepOf } from '../session/set-up-steps.ts'
import type { Voice } from './voice.ts'
import type { HouseMeta, MenuCounts, SearchAnswer } from './wire.ts'

export interface HouseFacts {
  version: string
  /** Paths of the custom screens by the roles that may open them; 'everyone' for all. */
  screens: Readonly<Record<string, readonly string[]>>
  /** Groups of the navigation, in this order; others follow. */
  menuGroups: readonly string[]
  map: HouseMeta['map']
}

export function registerHouseRoutes(
  app: FastifyInstance,
  asker: Asker,
  voice: Voice,
  facts: HouseFacts,
): void {
  const { house } = asker
  app.get('/api/meta', async (request): Promise<HouseMeta> =>
    houseMeta(asker, voice, facts, await asked(asker, request)),
  )

  app.get('/api/meta/counts', async (request): Promise<MenuCounts> => {
    const { sight } = await asked(asker, request)
    return { counts: await menuCounts(house.database, sight) }
  })

  app.get('/api/meta/sounds', async (request) => {
    const { caller } = await asked(asker, request)
    return soundsOf(voice.forPerson(caller.person).locale)
  })

  app.get('/api/report/:name', async (request, reply) => {
    const one = await asked(asker, request)
    if (parameter(request, 'format')) {
      return sendReport(asker, request, reply, one, voice.of(request, one.caller))
    }
    const report = reportIn(asker, request)
    return runReport(house, one.sight, report, fieldParams(report.params, request))
  })

  app.get('/api/search', async (request): Promise<SearchAnswer> => {
    const { sight } = await asked(asker, request)
    const query = parameter(request, 'q') ?? ''
    return query.length > 200 ? { hits: [] } : search(house, sight, query)
  })
}

async function houseMeta(
  { house }: Asker,
  voice: Voice,
  facts: HouseFacts,
  { caller, sight }: Asked,
): Promise<HouseMeta> {
  const last = house.changes.last(caller.tenant)
  const speech = voice.forPerson(caller.person)
  const cut = { sight, speech }
  const { person } = caller
  const entities = Object.fromEntries(
    readableEntities(sight).map((entity) => [entity.name, entityMeta(cut, entity)]),
  )
  const reports = Object.fromEntries(
    [...house.registry.reports.values()]
      .filter((report) => sight.grants.scopes(person, report.name, 'report').length > 0)
      .map((report) => [report.name, reportMeta(cut, report)]),
  )
  const screens = Object.entries(facts.screens)
    .filter(
      ([, roles]) =>
        person.roles.includes('administrator') ||
        roles.includes('everyone') ||
        roles.some((role) => person.roles.includes(role)),
    )
    .map(([path]) => path)
  const [company, email] = await Promise.all([
    house.companies.of(caller.tenant),
    emailOf(house, caller),
  ])
  const { name, currency, timeZone, country, more, practiceOf } = company
  const isPractice = practiceOf !== null
  const setUp = setUpStepOf(more.setUp)
  return {
    last,
    company: { id: caller.tenant, name, currency, timeZone, country, setUp, isPractice },
    user: {
      id: person.id ?? '',
      name: person.name,
      email,
      roles: [...person.roles],
      locale: person.locale,
      initials: initialsOf(person.name),
    },
    today: sight.reader.today,
    entities,
    reports,
    menu: menuMeta(cut, entities, reports, screens, facts.menuGroups),
    screens,
    messages: speech.locale === 'en' ? {} : catalogueOf(speech.locale),
    map: facts.map,
    version: facts.version,
  }
}

async function emailOf(house: Asker['house'], caller: Asked['caller']): Promise<string> {
  const [row] = await house.database.read<{ email: string }>(
    caller.tenant,
    sql`select email from "user"
      where tenant = ${caller.tenant} and id = ${caller.person.id}::uuid`,
  )
  return row?.email ?? ''
}

/** '林雅婷' → '林', 'Nancy Davolio' → 'ND'. */
function initialsOf(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.slice(0, 1)
  return name
    .split(/\s+/u)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase()
}
