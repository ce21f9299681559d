/** HTTP: forms that visitors fill in without signing in, on their own page or in another site. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/base/fail.ts'
import type { House } from '#kernel/house.ts'
import type { Speech, Voice } from '#kernel/http/voice.ts'
import { isLocale } from '#kernel/i18n/languages.ts'
import type { KeyAddress } from '#kernel/query/known-by-key.ts'
import {
  absentPage,
  closedPage,
  formAt,
  formPage,
  takeAnswer,
  thanksPage,
  trap,
  type Answers,
  type FormPage,
  type OpenForm,
} from '#modules/leads/index.ts'
import { limited, showAbsence, showPage } from './visitors.ts'

const longest = 64 * 1024

export function registerLeadForms(
  app: FastifyInstance,
  house: House,
  voice: Voice,
  isLimited: boolean,
): void {
  void app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longest },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    forms.setErrorHandler(
      showAbsence((request) => {
        const { locale, t } = voice.of(request)
        return absentPage(locale, t)
      }),
    )
    forms.get('/form/:tenant/:key', async (request, reply) => {
      const open = await formAt(house, request.params as KeyAddress)
      return showPage(reply, seenBy(pageOf(open, voice, request), request, house.now()))
    })
    forms.post('/form/:tenant/:key', limited(isLimited), async (request, reply) => {
      const open = await formAt(house, request.params as KeyAddress)
      return receive(house, open, voice, request, reply)
    })
  })
}

function seenBy(page: FormPage, { query }: FastifyRequest, now: Date): string {
  if (Object.hasOwn(query as object, 'sent')) return thanksPage(page)
  return page.form.status === 'open' ? formPage(page, now.getTime()) : closedPage(page)
}

async function receive(
  house: House,
  open: OpenForm,
  voice: Voice,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { once = '', [trap]: caught, ...answers } = answersIn(request.body)
  try {
    // A program that fills in everything is thanked and brings nothing.
    if (!caught) await takeAnswer(house, open, answers, once)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const page = pageOf(open, voice, request)
    const problems = problemsOf(error, speechFor(open, voice, request))
    const again = formPage({ ...page, answers, problems }, house.now().getTime())
    return showPage(
      reply.code(error.status),
      open.form.status === 'open' ? again : closedPage(page),
    )
  }
  return reply.redirect('?sent', 303)
}

function answersIn(body: unknown): Answers {
  if (!(body instanceof URLSearchParams)) return {}
  const written = [...body].map(([name, text]) => [name, text.trim()] as const)
  return Object.fromEntries(written.filter(([, text]) => text !== ''))
}

function problemsOf(refusal: Refusal, { say }: Speech): Record<string, string> {
  const own = refusal.problems.map(({ field, rule, facts }) => [field, say(rule, facts)] as const)
  if (own.length > 0) return Object.fromEntries(own)
  return { [refusal.field ?? '']: say(refusal.rule, refusal.facts) }
}

function speechFor({ form }: OpenForm, voice: Voice, request: FastifyRequest): Speech {
  return isLocale(form.language) ? voice.in(form.language) : voice.of(request)
}

function pageOf(open: OpenForm, voice: Voice, request: FastifyRequest): FormPage {
  const { locale, t } = speechFor(open, voice, request)
  return { company: open.company, form: open.form, locale, t }
}
