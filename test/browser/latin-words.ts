/** Finds English that was forgotten on a Chinese page. */
import type { Visitor } from './visitor.ts'

/** Names and units that stay as they are in Chinese, and the names of the demo company's goods. */
const allowed = new Set(['Shangmai', 'English', 'Ctrl', 'Shift', 'Excel', 'PDF', 'Chrome', 'Linux'])
// Numbers of documents and goods, currencies, addresses of mail and web: not words.
const noWord = [/\S+@\S+/g, /https?:\S+/g, /[A-Z]+-\d[\w-]*/g, /\b[A-Z]{1,4}\b/g, /\w*\d\w*/g]

/**
 * Texts on the page, spoken names and hints among them, that say something in Latin letters:
 * English of the program, and any other word that is not known to be a name.
 */
export async function latinWords({ page, meta }: Visitor): Promise<string[]> {
  const english = new Set(Object.keys(meta.messages).filter((key) => meta.messages[key] !== key))
  const texts = await textsOf(page)
  return texts.filter((text) => english.has(text) || wordsOf(text).length > 0)
}

function wordsOf(text: string): string[] {
  const bare = noWord.reduce((rest, pattern) => rest.replace(pattern, ' '), text)
  return (bare.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !allowed.has(word))
}

function textsOf(page: Visitor['page']): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt']
    const texts = [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // What stands inside a button that has a name of its own is not read aloud.
      .filter(
        (element) =>
          !element.parentElement?.closest('button[aria-label],[role=button][aria-label]'),
      )
      .filter((element) => !element.closest('script,style'))
      .flatMap((element) => {
        const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        const said = spoken.map((name) => element.getAttribute(name))
        return [...own.map(({ textContent }) => textContent), ...said]
      })
    return [...new Set(texts.map((text) => text?.trim() ?? '').filter((text) => text !== ''))]
  })
}
