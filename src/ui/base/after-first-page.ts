/** Puts off what nobody waits for until the page that was asked for has come. */

const whileMs = 2500
/** What is fetched later belongs to pages that may be opened next. */
const firstPageStands = 'first-page-stands'

/**
 * The line and the processor belong to the page that somebody looks at.
 * @param isBusy whether something is still on its way for it
 */
export function afterFirstPage(isBusy: () => boolean, act: () => void): void {
  setTimeout(() => {
    if (isBusy()) return afterFirstPage(isBusy, act)
    performance.mark(firstPageStands)
    act()
  }, whileMs)
}
