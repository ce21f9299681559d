/** The company's mail account, as its administrators are told over HTTP. */
import type { MailAccount } from './mail-account.ts'

export interface MailAccountAnswer {
  account: (Omit<MailAccount, 'password'> & { hasPassword: boolean }) | null
  /** Sender of mails without an own account; null where they wait for one. */
  commonSender: string | null
  /** False where other companies share the installation: then only servers out in the internet. */
  isAlone: boolean
  /** Where a test mail goes. */
  me: string
}

export interface AccountTried {
  to: string
  /** What the server answered when it took the mail. */
  said: string
}
