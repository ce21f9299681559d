/** The web server of the program: API, files, live news, and the web app itself. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Caller } from '#kernel/action/caller.ts'
import { registerBackupRoutes } from '#kernel/backup/routes.ts'
import { fail } from '#kernel/base/fail.ts'
import { registerRightsRoutes } from '#kernel/access/rights-routes.ts'
import { registerViewAsRoutes } from '#kernel/access/view-as-routes.ts'
import { registerDuplicateRoutes } from '#kernel/duplicates/routes.ts'
import { registerEventRoutes } from '#kernel/events/routes.ts'
import { registerFileRoutes } from '#kernel/files/routes.ts'
import { registerHealthRoutes } from '#kernel/health/routes.ts'
import type { House } from '#kernel/house.ts'
import { buildServer } from '#kernel/http/build-server.ts'
import { registerAdminRoutes } from '#kernel/http/admin-routes.ts'
import { registerCompanyRoutes } from '#kernel/http/company-routes.ts'
import { registerExportRoutes } from '#kernel/http/export-routes.ts'
import { registerOpenApiRoutes } from '#kernel/http/openapi/routes.ts'
import { registerPrintRoutes } from '#kernel/http/print-routes.ts'
import { registerViewRoutes } from '#kernel/http/view-routes.ts'
import { registerMailAccountRoutes } from '#kernel/mail/account/routes.ts'
import { registerBulkRoutes } from '#kernel/bulk/bulk-routes.ts'
import { registerRunRoutes } from '#kernel/bulk/run-routes.ts'
import { registerImportRoutes } from '#kernel/import/routes.ts'
import { registerFollowRoutes } from '#kernel/notify/follow-routes.ts'
import { registerNoticeRoutes } from '#kernel/notify/routes.ts'
import { registerStopRoutes } from '#kernel/report/stop-routes.ts'
import { identify } from '#kernel/session/identify.ts'
import { registerRoleHomeRoutes } from '#kernel/session/role-home-routes.ts'
import { registerSessionRoutes } from '#kernel/session/register-session-routes.ts'
import { menuGroups } from '#modules/index.ts'
import { mapOf, tileHosts } from './map-tiles.ts'
import { registerOpenDoors } from './open-doors.ts'
import { screenPaths } from './screen-paths.ts'
import { buildServed, serveWebApp } from './serve-web-app.ts'
import { setUpCompany } from './set-up-company.ts'
import type { Settings } from './settings.ts'

export async function openWeb(
  house: House,
  settings: Settings,
  secretKey: string,
  logger: Logger,
): Promise<FastifyInstance> {
  const who = async (request: FastifyRequest): Promise<Caller> =>
    (await identify(house, request)) ?? fail('session.needed', {}, { status: 401 })
  const maxBytes = settings.maxUploadMb * 1024 * 1024
  const { dataDir, backupDir, smtpUrl } = settings
  const [version, hasMailServer] = [versionOf(), smtpUrl !== undefined]
  const installation = { version, startedAt: house.now(), dataDir, backupDir, hasMailServer }
  return buildServer({
    house,
    identify: who,
    logger,
    trustProxy: settings.trustProxy as boolean,
    rateLimit: settings.rateLimit,
    messages: house.registry.messages,
    facts: { version, screens: screenPaths, menuGroups, map: mapOf(settings) },
    pictureHosts: tileHosts(settings.mapTilesUrl),
    more: [
      (app) =>
        registerSessionRoutes(app, house, {
          secretKey: Buffer.from(secretKey),
          secureCookie: settings.publicUrl.startsWith('https:'),
          rateLimitPerMinute: settings.rateLimit === 0 ? 0 : 20,
          publicUrl: settings.publicUrl,
          afterSetup: setUpCompany,
        }),
      (app, _, voice) => registerNoticeRoutes(app, house, voice),
      (app, asker) => registerFollowRoutes(app, asker),
      (app) => registerFileRoutes(app, house, { identify: who, maxBytes }),
      (app) => registerEventRoutes(app, house, { identify: who, build: buildServed() }),
      (app, asker, voice) => registerCompanyRoutes(app, asker, voice),
      (app, asker, voice) => registerRightsRoutes(app, asker, voice),
      (app, asker, voice) => registerViewAsRoutes(app, asker, voice),
      (app, asker) => registerRoleHomeRoutes(app, asker),
      (app, asker, voice) => registerAdminRoutes(app, asker, voice),
      (app, asker, voice) => registerHealthRoutes(app, asker, voice, installation),
      (app, asker, voice) => registerBackupRoutes(app, asker, voice, backupDir),
      (app, asker, voice) =>
        registerMailAccountRoutes(app, asker, voice, {
          secretKey: Buffer.from(secretKey),
          commonSender: smtpUrl === undefined ? null : settings.mailFrom,
        }),
      (app, asker) => registerViewRoutes(app, asker),
      (app, _, voice) => registerStopRoutes(app, house, voice),
      (app, asker, voice) => registerImportRoutes(app, asker, voice, { dataDir, maxBytes }),
      (app, asker, voice) => registerDuplicateRoutes(app, asker, voice),
      (app, asker, voice) => registerBulkRoutes(app, asker, voice),
      (app, asker, voice) => registerRunRoutes(app, asker, voice),
      (app, asker, voice) => registerExportRoutes(app, asker, voice),
      (app, asker, voice) => registerPrintRoutes(app, asker, voice),
      (app, _, voice) => registerOpenDoors(app, house, voice, settings.rateLimit > 0),
      (app, asker, voice) => registerOpenApiRoutes(app, asker, voice),
      serveWebApp,
    ],
  })
}

function versionOf(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
