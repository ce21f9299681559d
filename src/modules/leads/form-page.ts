/** The page that visitors see: plain HTML, for every browser and for a frame in another site. */
import type { Translator } from '#kernel/i18n/message.ts'
import { newId } from '#kernel/db/new-id.ts'
import { escapeHtml } from '#kernel/text/escape-html.ts'
import { visitorPage } from '#kernel/text/visitor-page.ts'
import type { LeadForm } from './lead-form.entity.ts'
import type { Answers } from './take-answer.ts'

export interface FormPage {
  company: string
  form: LeadForm
  locale: string
  t: Translator
  answers?: Answers
  /** Name of a question → what is wrong with its answer; '' = with the whole. */
  problems?: Readonly<Record<string, string>>
}

interface Question {
  label: string
  type?: 'tel' | 'email' | 'url' | 'date' | 'area'
  complete?: string
}

/** As visitors are asked, and what their browser may fill in. */
const asked: Readonly<Record<string, Question>> = {
  name: { label: 'Company, or your name', complete: 'organization' },
  person: { label: 'Your name', complete: 'name' },
  jobTitle: { label: 'Your position', complete: 'organization-title' },
  phone: { label: 'Phone', type: 'tel', complete: 'tel' },
  email: { label: 'Email', type: 'email', complete: 'email' },
  website: { label: 'Website', type: 'url', complete: 'url' },
  industry: { label: 'Industry' },
  need: { label: 'What can we do for you?', type: 'area' },
  wantedOn: { label: 'Needed by', type: 'date' },
}

/** A field that people do not see; only a program that fills in everything fills it in. */
export const trap = 'homepage'

/** @param moment for the mark that tells a second sending of the same page */
export function formPage(page: FormPage, moment: number): string {
  const { form, t, problems = {} } = page
  const names = ['name', ...(form.asks ?? [])].filter((name) => Object.hasOwn(asked, name))
  const whole = problems['']
  return shell(page, [
    form.intro ? `<p class="intro">${escapeHtml(form.intro)}</p>` : '',
    whole ? `<p class="problem" role="alert">${escapeHtml(whole)}</p>` : '',
    '<form method="post" novalidate>',
    ...names.map((name) => question(page, name)),
    consent(page),
    `<input type="hidden" name="once" value="${newId(moment)}">`,
    `<p class="trap" aria-hidden="true"><label>${trap}
      <input name="${trap}" tabindex="-1" autocomplete="off"></label></p>`,
    `<button type="submit">${escapeHtml(t('Send'))}</button>`,
    '</form>',
  ])
}

export function thanksPage(page: FormPage): string {
  const { form, t } = page
  const words = form.thanks ?? t('We have your message and will be in touch soon.')
  return shell(page, [`<p class="intro" role="status">${escapeHtml(words)}</p>`])
}

export function closedPage(page: FormPage): string {
  return shell(page, [`<p class="intro">${escapeHtml(page.t('This form is closed.'))}</p>`])
}

/** Behind an address that is none; it says no more to who guesses than to who mistyped. */
export function absentPage(locale: string, t: Translator): string {
  return visitorPage({ company: '', heading: t('There is no such form'), locale }, [
    `<p class="intro">${escapeHtml(t('Ask whoever gave you the address for the right one.'))}</p>`,
  ])
}

function question({ form, t, answers = {}, problems = {} }: FormPage, name: string): string {
  const { label, type = 'text', complete } = asked[name] ?? { label: name }
  const must = name === 'name' || (form.musts ?? []).some((one) => one === name)
  const [written, problem] = [escapeHtml(answers[name] ?? ''), problems[name]]
  const marks = [
    `id="${name}" name="${name}"`,
    must ? 'required' : '',
    complete ? `autocomplete="${complete}"` : '',
    problem ? `aria-invalid="true" aria-describedby="${name}-problem"` : '',
  ].join(' ')
  const box =
    type === 'area'
      ? `<textarea ${marks} rows="4">${written}</textarea>`
      : `<input type="${type}" ${marks} value="${written}">`
  const star = must ? ' <span class="must" aria-hidden="true">*</span>' : ''
  return `<p><label for="${name}">${escapeHtml(t(label))}${star}</label>${box}${flaw(name, problem)}</p>`
}

function consent({ form, answers = {}, problems = {} }: FormPage): string {
  if (!form.consent) return ''
  const checked = answers.consent ? 'checked' : ''
  return `<p class="consent"><label><input type="checkbox" name="consent" value="1" required
    ${checked}> <span>${escapeHtml(form.consent)}</span></label>${flaw('consent', problems.consent)}</p>`
}

function flaw(name: string, problem: string | undefined): string {
  return problem ? `<span class="problem" id="${name}-problem">${escapeHtml(problem)}</span>` : ''
}

function shell({ company, form, locale }: FormPage, parts: readonly string[]): string {
  return visitorPage({ company, heading: form.heading, locale }, parts)
}
