/** What is shown instead of a page that failed, was not found, or is not for this person. */
import { ApiProblem } from '#ui/base/api.ts'
import { Empty } from '#ui/base/empty.tsx'
import { isNetworkProblem } from '#ui/base/problem.ts'
import { Button } from 'antd'
import { use } from 'react'
import { NoSuchEntity, TranslateContext, type Translate } from '#ui/base/house.tsx'

/** A failure may strike before any language is loaded; then English stands. */
function useAnyT(): Translate {
  return use(TranslateContext) ?? ((english) => english)
}

function wordsOf(error: unknown, t: Translate): { title: string; text: string } {
  if (isNetworkProblem(error)) {
    return {
      title: t('The server cannot be reached'),
      text: t('Check the connection, then try again.'),
    }
  }
  const problem = error instanceof ApiProblem ? error.problem : undefined
  if (problem?.status === 404 || error instanceof NoSuchEntity) {
    return { title: t('Not found'), text: t('It does not exist, or it is not shared with you.') }
  }
  if (problem && problem.status < 500) return { title: problem.title, text: problem.detail }
  const text = t('This page failed. What you saved before is safe. Try again, or go home.')
  return { title: t('Something went wrong'), text }
}

export function Failure(props: { error: unknown; reset?: () => void }) {
  const t = useAnyT()
  const { title, text } = wordsOf(props.error, t)
  const problem = props.error instanceof ApiProblem ? props.error.problem : undefined
  const requestId = problem && problem.status >= 500 ? problem.requestId : ''
  const again = props.reset ?? (() => location.reload())
  return (
    <Empty title={title} text={requestId ? `${text} (${requestId})` : text}>
      <Button type="primary" onClick={again}>
        {t('Try again')}
      </Button>
      <Button href="/">{t('Home')}</Button>
    </Empty>
  )
}

export function NotFound() {
  const t = useAnyT()
  return (
    <Empty title={t('This page does not exist')} text={t('The address may be old or mistyped.')}>
      <Button href="/">{t('Home')}</Button>
    </Empty>
  )
}
