/** Printed forms and labels of records as PDF. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import { openCtx } from '../action/open-ctx.ts'
import { write } from '../action/write.ts'
import { parseInput } from '../entity/parse-draft.ts'
import { isId } from '../field/check.ts'
import { isLocale } from '../i18n/languages.ts'
import { drawnLayout, drawnPaper, unkeptDrawing } from '../print/drawn/drawn-paper.ts'
import { isOrientation, isPaper } from '../print/drawn/paper.ts'
import { guardedCtx } from '../print/guarded-ctx.ts'
import { formOf, mayPrintWith, type PrintLayout } from '../print/layout.ts'
import { printForm, printLabels } from '../print/print.ts'
import { find } from '../query/find.ts'
import { administratorOf } from './administrator.ts'
import { fieldParams } from './report-parameters.ts'
import { asked, bodyOf, idIn, parameter, wrongParameter, type Asked, type Asker } from './asker.ts'
import { dispositionOf } from '../files/serving.ts'
import type { Speech, Voice } from './voice.ts'

export function registerPrintRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.get('/api/print/:layout/:id', async (request, reply) => {
    const one = await asked(asker, request)
    const { layout: name } = request.params as { layout: string }
    const layout = one.sight.registry.prints.get(name)
    if (!layout || !mayPrintWith(layout, one.caller.person))
      fail('route.not-found', {}, { status: 404 })
    const id = idIn(request)
    const speech = voice.in(localeOf(parameter(request, 'locale')) ?? one.caller.person.locale)
    if (!layout.drawnFor) return sendPdf(reply, await builtIn(one, layout, id, speech, request))
    const { database } = one.house
    const drawn = await drawnLayout(database, one.caller.tenant, layout.name)
    return sendPdf(reply, await drawnPaper({ ...one, speech }, layout.entity, id, drawn))
  })

  /** How a layout comes out that somebody is drawing, with a record as the sample. */
  app.post('/api/print-preview', async (request, reply) => {
    const one = await administratorOf(asker, request, 'print-layout')
    const body = bodyOf(request, ['entity', 'record', 'paper', 'orientation', 'drawing', 'locale'])
    const { entity: name, record, paper, orientation, drawing } = body
    const entity = one.sight.registry.entities.get(String(name))
    if (!entity || entity.isLine) wrongParameter('entity')
    if (!isId(record)) wrongParameter('record')
    if (!isPaper(paper)) wrongParameter('paper')
    if (!isOrientation(orientation)) wrongParameter('orientation')
    const speech = voice.in(localeOf(body.locale) ?? one.caller.person.locale)
    const unkept = unkeptDrawing(one.sight, entity, drawing)
    const drawn = { name: '', paper, orientation, drawing: unkept }
    return sendPdf(reply, await drawnPaper({ ...one, speech }, entity, record, drawn))
  })
}

function localeOf(wished: unknown): Speech['locale'] | undefined {
  if (wished === undefined || wished === null) return undefined
  if (typeof wished !== 'string' || !isLocale(wished)) wrongParameter('locale')
  return wished
}

interface Paper {
  title: string
  pdf: Uint8Array
}

function sendPdf(reply: FastifyReply, { title, pdf }: Paper): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', dispositionOf('inline', `${title}.pdf`))
    .send(Buffer.from(pdf))
}

async function builtIn(
  { house, caller, sight }: Asked,
  layout: PrintLayout,
  id: string,
  { locale, t }: Speech,
  request: FastifyRequest,
): Promise<Paper> {
  // Whoever may see the record may print it; nobody else.
  await find(house.database, sight, layout.entity, id)
  const given = fieldParams(layout.options, request)
  const place = { person: caller.person, place: sight.reader, partial: false }
  const wish = parseInput(layout.options, given, place)
  const printed = await write(house, caller, { dryRun: true }, async (unit) => {
    const ctx = guardedCtx(openCtx(unit), caller.person)
    return layout.labels
      ? { labels: await layout.labels(ctx, id, { locale, t }, wish) }
      : { form: await formOf(layout, ctx, id, locale, t) }
  })
  const { title, number } = printed.labels ?? printed.form
  const pdf = await (printed.labels ? printLabels(printed.labels) : printForm(printed.form))
  return { title: `${title} ${number}`, pdf }
}
