/** Which report is asked, and with which parameters; those of a print are read alike. */
import type { FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import type { Field, Fields } from '../field/field.ts'
import type { Report } from '../report/report.ts'
import { parameter, type Asker } from './asker.ts'

export function reportIn({ house }: Asker, request: FastifyRequest): Report {
  const report = house.registry.reports.get((request.params as { name: string }).name)
  if (!report) fail('route.not-found', {}, { status: 404 })
  return report
}

/** Parameters come as text; numbers, yes/no and lists are read by the kind of field. */
export function fieldParams(fields: Fields, request: FastifyRequest): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const [param, field] of Object.entries(fields)) {
    const text = parameter(request, param)
    if (text !== undefined) given[param] = fromQuery(text, field)
  }
  return given
}

function fromQuery(text: string, field: Field): unknown {
  if (field.kind === 'boolean')
    return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text
  if (['choices', 'tags', 'refs'].includes(field.kind)) return text.split(',')
  return text
}
