/** HTTP: ends the mails of a saved report by the key that stands in each of them. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { program } from '../access/person.ts'
import { remove } from '../action/crud.ts'
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { isId } from '../field/check.ts'
import type { House } from '../house.ts'
import type { Voice } from '../http/voice.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { ReportMail } from './report-mail.entity.ts'

const path = '/api/report-mails/:tenant/:id/:key'

/** Mail programs press by POST (RFC 8058); a link only asks, since scanners follow links. */
export function registerStopRoutes(app: FastifyInstance, house: House, voice: Voice): void {
  // The button of the page and mail programs send a form; what it holds does not matter.
  void app.register((inner, _, done) => {
    inner.addContentTypeParser('application/x-www-form-urlencoded', (_request, body, parsed) => {
      body.resume()
      body.on('end', () => parsed(null, {}))
    })
    inner.get(path, async (request, reply) => {
      await rowOf(house, request)
      const { t } = voice.of(request)
      const button = `<form method="post"><button>${escapeHtml(t('Stop these mails'))}</button></form>`
      return page(reply, t('Do you no longer want this report by mail?'), button)
    })
    inner.post(path, async (request, reply) => {
      const { tenant, id } = await rowOf(house, request)
      await remove(house, { tenant, person: program, via: 'web' }, ReportMail, id)
      return page(reply, voice.of(request).t('You get this report by mail no longer.'), '')
    })
    done()
  })
}

function page(reply: FastifyReply, text: string, more: string) {
  const head =
    '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
  const body = `<main style="font:16px/1.6 system-ui;margin:15vh auto;max-width:32em;padding:1em">`
  return reply
    .type('text/html; charset=utf-8')
    .send(`${head}<title>Shangmai</title>${body}<p>${escapeHtml(text)}</p>${more}</main>`)
}

interface Found {
  tenant: string
  id: string
}

/** @throws {Refusal} `record.not-found` (404) for a wrong key, and where it was ended already */
async function rowOf(house: House, request: FastifyRequest): Promise<Found> {
  const { tenant, id, key } = request.params as Record<'tenant' | 'id' | 'key', string>
  if (!isId(tenant) || !isId(id)) fail('record.not-found', {}, { status: 404 })
  const [row] = await house.database.read<{ key: string | null }>(
    tenant,
    sql`select stop_key as key from report_mail
      where tenant = ${tenant} and id = ${id}::uuid and deleted_at is null`,
  )
  const [known, given] = [Buffer.from(row?.key ?? ''), Buffer.from(key)]
  const isRight = known.length > 0 && known.length === given.length && timingSafeEqual(known, given)
  if (!isRight) fail('record.not-found', {}, { status: 404 })
  return { tenant, id }
}
