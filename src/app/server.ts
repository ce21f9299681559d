/** The program: prepares the database, opens the house, serves the web app and the API. */
import { parseArgs } from 'node:util'
import type { Logger } from 'pino'
import { prepareDatabase, type PreparedDatabase } from '#kernel/db/prepare-database.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { refreshStatistics } from '#kernel/db/refresh-statistics.ts'
import { isSetUp } from '#kernel/session/set-up.ts'
import { openHouse } from './open-house.ts'
import { openLogger } from './open-logger.ts'
import { openWeb } from './open-web.ts'
import { faultText } from './fault-text.ts'
import { greet } from './greet.ts'
import { readSecretKey } from './secret-key.ts'
import { readSettings, type Settings } from './settings.ts'

const started = performance.now()

async function start(): Promise<void> {
  const { values: wish } = parseArgs({ options: { empty: { type: 'boolean', default: false } } })
  const settings = readSettings(process.env)
  const logger = openLogger(settings.logLevel)
  const say = (line: string) => logger.info(line)
  const { access, stop } = await prepareDatabase({
    ...settings,
    migrations: 'migrations',
    now: new Date(),
    log: say,
  })
  try {
    await open(settings, logger, wish.empty, { access, stop })
  } catch (error) {
    // The database that was started for it would go on alone.
    await stop()
    throw error
  }
}

async function open(
  settings: Settings,
  logger: Logger,
  isEmptyWished: boolean,
  { access, stop }: PreparedDatabase,
): Promise<void> {
  const key = readSecretKey(settings)
  const { house, close } = await openHouse({
    access,
    dataDir: settings.dataDir,
    backupDir: settings.backupDir,
    work: settings.workers,
    log: logger,
    mail: { smtpUrl: settings.smtpUrl, from: settings.mailFrom, secretKey: Buffer.from(key) },
    address: settings.publicUrl,
  })
  const isFirst = !(await isSetUp(house))
  if (isFirst && !isEmptyWished) {
    await loadDemo(house, (line) => logger.info(line))
    await refreshStatistics(access.owner)
  }
  const app = await openWeb(house, settings, key, logger)
  await house.jobs.start()
  await app.listen({ port: settings.port, host: settings.host })
  await greet(house, {
    url: settings.publicUrl,
    milliseconds: performance.now() - started,
    emptyInVain: isEmptyWished && !isFirst,
  })
  // Whoever started it starts it again if it dies from now on.
  process.send?.('ready')
  stopGracefully(async () => {
    await app.close()
    await close()
    await stop()
  })
}

/**
 * Finishes running requests and jobs; a second signal, or twenty-five seconds, ends it hard. A
 * terminal that is closed says so twice, itself and through `npm start`: a hangup ends none hard.
 */
function stopGracefully(close: () => Promise<void>): void {
  let closing = false
  const end = (signal: NodeJS.Signals) => {
    if (closing && signal === 'SIGHUP') return
    if (closing) process.exit(1)
    closing = true
    setTimeout(() => process.exit(1), 25_000).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
}

try {
  await start()
} catch (error) {
  console.error(faultText(error))
  process.exit(1)
}
