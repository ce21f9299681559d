/** My account: password, second factor, where I am signed in, keys for programs. */
import { ApiKeys } from './api-keys.tsx'
import { Authenticator } from './authenticator.tsx'
import { OwnPassword } from './own-password.tsx'
import { Sessions } from './sessions.tsx'

export function Account() {
  return (
    <>
      <OwnPassword />
      <Authenticator />
      <Sessions />
      <ApiKeys />
    </>
  )
}
