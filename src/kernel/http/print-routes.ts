/** Printed forms of records as PDF. */
import type { FastifyInstance } from 'fastify'
import { fail } from '../base/fail.ts'
import { openCtx } from '../action/open-ctx.ts'
import { write } from '../action/write.ts'
import { isLocale } from '../i18n/languages.ts'
import { guardedCtx } from '../print/guarded-ctx.ts'
import { formOf } from '../print/layout.ts'
import { printForm } from '../print/print.ts'
import { find } from '../query/find.ts'
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
    const form = await write(house, caller, { dryRun: true }, (unit) =>
      formOf(layout, guardedCtx(openCtx(unit), caller.person), id, locale, t),
    )
    const name = `${form.title} ${form.number}.pdf`
    return reply
      .type('application/pdf')
      .header('content-disposition', dispositionOf('inline', name))
      .send(Buffer.from(await printForm(form)))
  })
}
