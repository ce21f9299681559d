/** Which report is asked, and with which parameters; those of a print are read alike. */
import type { FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import type { Fields } from '../field/field.ts'
import { paramsOfTexts } from '../report/param-texts.ts'
import type { Report } from '../report/report.ts'
import { parameter, type Asker } from './asker.ts'

export function reportIn({ house }: Asker, request: FastifyRequest): Report {
  const report = house.registry.reports.get((request.params as { name: string }).name)
  if (!report) fail('route.not-found', {}, { status: 404 })
  return report
}

/** Parameters of the address. */
export function fieldParams(fields: Fields, request: FastifyRequest): Record<string, unknown> {
  const texts = Object.keys(fields).map((param) => [param, parameter(request, param)])
  return paramsOfTexts(fields, Object.fromEntries(texts) as Record<string, string | undefined>)
}
