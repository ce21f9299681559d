/** What is said of something that was kept on this device instead of being saved. */
import type { Translate } from '#ui/base/house.tsx'

export function waitsWords(t: Translate): string {
  return t('No connection: this waits on this device and is sent by itself later.')
}
