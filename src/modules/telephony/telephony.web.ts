/** Whoever is called sees who it is, wherever in the program. */
import { registerCompanion } from '#ui/shell/companions.tsx'

registerCompanion('phone-call', async () => {
  const { CallerPop } = await import('./caller-pop.web.tsx')
  return CallerPop
})
