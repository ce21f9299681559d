/** A wrong setting is told in plain words before anything starts. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSecretKey } from './secret-key.ts'
import { readSettings, settingsTable } from './settings.ts'

test('nothing needs to be set', () => {
  expect(readSettings({ PORT: '' })).toEqual({
    port: 7300,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    databaseUrl: undefined,
    databaseAppUrl: undefined,
    publicUrl: 'http://127.0.0.1:7300',
    smtpUrl: undefined,
    mailFrom: 'Shangmai <noreply@localhost>',
    logLevel: 'info',
    secretKey: undefined,
    workers: true,
    rateLimit: 600,
    maxUploadMb: 50,
    mapTilesUrl: undefined,
    mapAttribution: '',
    backupDir: resolve('data/backups'),
    trustProxy: false,
  })
})

test('what is set is used', () => {
  const settings = readSettings({
    PORT: '80',
    DATA_DIR: '/srv/shangmai',
    DATABASE_URL: 'postgresql://owner:secret@db.example.com:5433/shangmai?sslmode=require',
    PUBLIC_URL: 'https://crm.example.com/',
    WORKERS: 'off',
    TRUST_PROXY: '2',
  })
  expect(settings).toMatchObject({
    port: 80,
    publicUrl: 'https://crm.example.com',
    backupDir: '/srv/shangmai/backups',
    workers: false,
    trustProxy: 2,
  })
})

test.each([
  ['PORT', 'abc', 'PORT must be a number between 1 and 65535, got "abc"'],
  ['PORT', '65536', 'PORT must be a number between 1 and 65535, got "65536"'],
  ['PORT', '80.5', 'PORT must be a number between 1 and 65535, got "80.5"'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent'],
  ['WORKERS', 'yes please', 'WORKERS must be on or off, got "yes please"'],
  ['PUBLIC_URL', 'example', 'PUBLIC_URL must be an address like http://… or https://…'],
  ['MAP_TILES_URL', 'https://a.example/{z}.png', 'MAP_TILES_URL must be an address like https'],
  ['MAP_TILES_URL', 'tiles/{z}/{x}/{y}', 'MAP_TILES_URL must be an address like https'],
  ['TRUST_PROXY', '12', 'TRUST_PROXY must be on, off, or a number of proxies from 1 to 9'],
])('%s=%s is refused', (name, value, message) => {
  expect(() => readSettings({ [name]: value })).toThrow(message)
})

test('every wrong setting is named, secrets are not repeated', () => {
  const environment = { PORT: '0', DATABASE_URL: 'mysql://u:hidden@h', SECRET_KEY: 'hidden' }
  const read = () => readSettings(environment)
  expect(read).toThrow(/PORT must .*\nDATABASE_URL must .*\nSECRET_KEY must have at least 32/)
  expect(read).not.toThrow(/hidden/)
})

test('a login for daily work needs its server', () => {
  const only = { DATABASE_APP_URL: 'postgres://daily:hidden@h/d' }
  expect(() => readSettings(only)).toThrow('DATABASE_APP_URL is a login of the server in')
  expect(() => readSettings({ ...only, DATABASE_URL: 'postgres://owner@h/d' })).not.toThrow()
})

test('the table for people names every setting once', () => {
  const names = settingsTable().map((row) => row.name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('DATA_DIR')
})

test('a key is made once, readable by its owner alone', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-key-'))
  const key = readSecretKey({ dataDir, secretKey: undefined })
  expect(key).toHaveLength(43)
  expect(readSecretKey({ dataDir, secretKey: undefined })).toBe(key)
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
  expect(readSecretKey({ dataDir, secretKey: 'from the environment' })).toBe('from the environment')
  rmSync(dataDir, { recursive: true })
})
