/** Lists and reports as files: exactly the rows and fields this person sees. */
import { withOwnChoices } from '../custom/own-choices.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import { seenFields, seesField } from '../access/fields.ts'
import type { Entity } from '../entity/entity.ts'
import { allFields } from '../entity/entity.ts'
import type { Fields } from '../field/field.ts'
import { dispositionOf } from '../files/serving.ts'
import type { WriteColumn, WriteRow } from '../import/write/column.ts'
import { writeCsv } from '../import/write/write-csv.ts'
import { writeXlsx } from '../import/write/write-xlsx.ts'
import { importFields } from '../import/import-fields.ts'
import { runReport } from '../report/run-report.ts'
import { exportColumns, exportRow, exportRows, type ExportVoice } from '../query/export-rows.ts'
import { askedOf, flag, parameter, wrongParameter, type Asked, type Asker } from './asker.ts'
import { fieldParams, reportIn } from './report-parameters.ts'
import { listWish, refuseUnreadable } from './list-routes.ts'
import type { Voice } from './voice.ts'

const unwritten = new Set(['lines', 'json', 'filter'])

/** A report as a file: the same rows as on the screen, up to a bound. */
export async function sendReport(
  asker: Asker,
  request: FastifyRequest,
  reply: FastifyReply,
  one: Asked,
  speech: ExportVoice,
) {
  if (one.caller.person.isLeaving) fail('export.not-allowed', {}, { status: 403 })
  const report = reportIn(asker, request)
  const params = fieldParams(report.params, request)
  const answer = await runReport(asker.house, one.sight, report, params, 100_000)
  const shown = seenFields(withOwnChoices(one.sight.registry, report.columns), one.caller.person)
  async function* rows(): AsyncGenerator<WriteRow> {
    for (const row of answer.rows) yield exportRow(shown, row, answer.refs, speech)
  }
  const columns = exportColumns(shown, speech)
  return sendTable(request, reply, one, speech.t(report.label), columns, rows())
}

export function registerExportRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.get('/api/:entity/export', async (request, reply) => {
    const one = await askedOf(asker, request)
    const { house, entity } = one
    const speech = voice.of(request, one.caller)
    if (flag(request, 'template')) return sendTemplate(reply, entity, one, speech)
    refuseUnreadable(one.sight, entity)
    refuseExport(one, entity)
    const wish = listWish(request, entity, one.sight)
    const fields = exportedFields(entity, one, wish.columns)
    const rows = exportRows(
      house,
      one.sight,
      entity,
      { ...wish, columns: Object.keys(fields) },
      fields,
      speech,
    )
    return sendTable(
      request,
      reply,
      one,
      speech.t(entity.label.many),
      exportColumns(fields, speech),
      rows,
    )
  })
}

function refuseExport({ sight }: Asked, entity: Entity): void {
  const scopes = sight.grants.scopes(sight.reader.person, entity.name, 'export')
  if (scopes.length === 0) fail('export.not-allowed', {}, { status: 403 })
}

function exportedFields(
  entity: Entity,
  { caller }: Asked,
  wished: readonly string[] | undefined,
): Fields {
  const fields = allFields(entity)
  const names = wished ?? Object.keys(fields)
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      const shown = field && !unwritten.has(field.kind) && seesField(field, caller.person)
      return shown ? [[name, field]] : []
    }),
  )
}

function sendTemplate(reply: FastifyReply, entity: Entity, { caller }: Asked, speech: ExportVoice) {
  const columns = exportColumns(importFields(entity, caller.person), speech)
  async function* none(): AsyncGenerator<WriteRow> {}
  return sendFile(reply, 'xlsx', speech.t(entity.label.many), writeXlsx(columns, none()))
}

function sendTable(
  request: FastifyRequest,
  reply: FastifyReply,
  { sight }: Asked,
  title: string,
  columns: WriteColumn[],
  rows: AsyncIterable<WriteRow>,
) {
  const format = parameter(request, 'format') ?? 'xlsx'
  const { timeZone } = sight.reader
  if (format === 'csv') return sendFile(reply, 'csv', title, writeCsv(columns, rows, { timeZone }))
  if (format === 'xlsx')
    return sendFile(reply, 'xlsx', title, writeXlsx(columns, rows, { timeZone }))
  return wrongParameter('format')
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function sendFile(
  reply: FastifyReply,
  format: 'csv' | 'xlsx',
  title: string,
  content: ReturnType<typeof writeCsv>,
) {
  return reply
    .type(types[format])
    .header('content-disposition', dispositionOf('attachment', `${title}.${format}`))
    .send(content)
}
