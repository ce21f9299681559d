/** What the operator may set, read from the environment and checked before anything starts. */
import { resolve } from 'node:path'
import { type Setting, values } from './setting-values.ts'

const declared = {
  port: setting('PORT', '7300', 'Port of the web server', values.integer(1, 65_535)),
  host: setting('HOST', '127.0.0.1', 'Address the web server listens on', values.text()),
  dataDir: setting('DATA_DIR', './data', 'Folder of the database, files and key', values.path()),
  databaseUrl: setting(
    'DATABASE_URL',
    '',
    'PostgreSQL 15+ server used instead of the embedded one; the login owns the tables',
    values.url(['postgres:', 'postgresql:']),
    true,
  ),
  databaseAppUrl: setting(
    'DATABASE_APP_URL',
    '',
    'Login for daily work on that server, when the owner may not create roles',
    values.url(['postgres:', 'postgresql:']),
    true,
  ),
  publicUrl: setting(
    'PUBLIC_URL',
    '',
    'Address that people open, for links in mails; else made from HOST and PORT',
    values.url(['http:', 'https:']),
  ),
  smtpUrl: setting(
    'SMTP_URL',
    '',
    'Mail server, e.g. `smtps://user:password@mail.example.com`, of companies that set none',
    values.url(['smtp:', 'smtps:']),
    true,
  ),
  mailFrom: setting(
    'MAIL_FROM',
    'Shangmai <noreply@localhost>',
    'Sender of the mails that leave by it',
    values.text(),
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    'Least serious lines that are logged',
    values.oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  ),
  secretKey: setting(
    'SECRET_KEY',
    '',
    'Key that seals secrets at rest, 32 characters or more; else made once in DATA_DIR',
    values.secret(32),
    true,
  ),
  workers: setting('WORKERS', 'on', 'Whether this process runs background jobs', values.onOff()),
  rateLimit: setting(
    'RATE_LIMIT',
    '600',
    'Requests per minute from one address, 0 for no limit',
    values.integer(0, 1_000_000),
  ),
  maxUploadMb: setting(
    'MAX_UPLOAD_MB',
    '50',
    'Largest uploaded file in megabytes',
    values.integer(1, 10_240),
  ),
  mapTilesUrl: setting(
    'MAP_TILES_URL',
    '',
    'Map pictures, e.g. `https://tiles.example.com/{z}/{x}/{y}.png`; without them pins on plain ground',
    values.tiles(),
  ),
  mapAttribution: setting(
    'MAP_ATTRIBUTION',
    '',
    'Whose map pictures they are, as their owner wants it shown',
    values.text(),
  ),
  backupDir: setting(
    'BACKUP_DIR',
    '',
    'Folder of the backups; else `backups` in DATA_DIR',
    values.optionalPath(),
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    'off',
    'Proxies before the server whose client address is believed: on, off, or how many',
    values.proxies(),
  ),
}

type Declared = typeof declared

/** The settings of one process; an absent setting without a default is undefined. */
export type Settings = {
  [Name in keyof Declared]: Declared[Name] extends Setting<infer Value> ? Value : never
} & { publicUrl: string; backupDir: string }

function setting<Value>(
  name: string,
  standard: string,
  meaning: string,
  read: Setting<Value>['read'],
  secret = false,
): Setting<Value> {
  return { name, default: standard, meaning, read, secret }
}

/** One or more settings cannot be used; the message has one line for each. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'SettingsError'
  }
}

/**
 * Reads all settings; an empty variable counts as not set.
 * @throws {SettingsError} naming every setting that is wrong, e.g.
 *   `PORT must be a number between 1 and 65535, got "abc"`
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const problems: string[] = []
  const entries = Object.entries<Setting<unknown>>(declared).map(([key, one]) => {
    const text = environment[one.name] || one.default
    const answer = one.read.safeParse(text)
    if (!answer.success) problems.push(problemOf(one, text, answer.error.issues[0]?.message))
    return [key, answer.data] as const
  })
  const settings = Object.fromEntries(entries) as Settings
  if (settings.databaseAppUrl && !settings.databaseUrl) {
    problems.push('DATABASE_APP_URL is a login of the server in DATABASE_URL, which is not set')
  }
  if (problems.length > 0) throw new SettingsError(problems)
  return complete(settings)
}

function problemOf(one: Setting<unknown>, text: string, message = 'cannot be used'): string {
  return `${one.name} ${message}${one.secret ? '' : `, got "${text}"`}`
}

function complete(settings: Settings): Settings {
  const { host, port, dataDir } = settings
  const publicUrl = settings.publicUrl ?? `http://${host}:${port}`
  const backupDir = settings.backupDir ?? resolve(dataDir, 'backups')
  return { ...settings, publicUrl: publicUrl.replace(/\/$/, ''), backupDir }
}

/** The table of all settings for people: name, default, meaning. */
export function settingsTable(): { name: string; default: string; meaning: string }[] {
  return Object.values<Setting<unknown>>(declared).map((one) => {
    return { name: one.name, default: one.default, meaning: one.meaning }
  })
}
