/** Printed forms and labels of records as PDF. */
import type { FastifyInstance } from 'fastify'
import { fail } from '../base/fail.ts'
import { openCtx } from '../action/open-ctx.ts'
import { write } from '../action/write.ts'
import { parseInput } from '../entity/parse-draft.ts'
import { isLocale } from '../i18n/languages.ts'
import { guardedCtx } from '../print/guarded-ctx.ts'
import { formOf } from '../print/layout.ts'
import { printForm, printLabels } from '../print/print.ts'
import { find } from '../query/find.ts'
import { fieldParams } from './report-parameters.ts'
import { asked, idIn, parameter, wrongParameter, type Asker } from './asker.ts'
import { dispositionOf } from '../files/serving.ts'
import type { Voice } from './voice.ts'

export function registerPrintRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.get('/api/print/:layout/:id', async (request, reply) => {
    const layout = house.registry.prints.get((request.params as { layout: string }).layout)
    if (!layout) fail('route.not-found', {}, { status: 404 })
    const { caller, sight } = await asked(asker, request)
    const id = idIn(request)
    // Whoever may see the record may print it; nobody else.
    await find(house.database, sight, layout.entity, id)
    const wished = parameter(request, 'locale')
    if (wished !== undefined && !isLocale(wished)) wrongParameter('locale')
    const locale = wished ?? caller.person.locale
    const { t } = voice.in(locale)
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
    return reply
      .type('application/pdf')
      .header('content-disposition', dispositionOf('inline', `${title} ${number}.pdf`))
      .send(Buffer.from(pdf))
  })
}
