/** What an invitation says, in the language of the person invited. */
import type { Locale } from '../http/wire.ts'

export interface Invitation {
  name: string
  company: string
  /** Who invites. */
  by: string
  url: string
}

interface Letter {
  subject: string
  text: string
}

const letters: Record<Locale, (facts: Invitation) => Letter> = {
  en: ({ name, company, by, url }) => ({
    subject: `Your access to ${company}`,
    text: `Hello ${name},

${by} invites you to work with ${company} in Shangmai. Choose your password here:

${url}

The link can be used once and is good for seven days. If you did not expect this mail, you need not do anything.
`,
  }),
  'zh-Hant': ({ name, company, by, url }) => ({
    subject: `${company}：您的系統帳號`,
    text: `${name} 您好：

${by} 邀請您加入「${company}」的商脈系統。請由以下連結設定密碼：

${url}

連結只能使用一次，七天內有效。如果您不清楚這封信的由來，不必理會即可。
`,
  }),
  'zh-Hans': ({ name, company, by, url }) => ({
    subject: `${company}：您的系统账号`,
    text: `${name} 您好：

${by} 邀请您加入“${company}”的商脉系统。请通过以下链接设置密码：

${url}

链接只能使用一次，七天内有效。如果您不清楚这封邮件的来由，不必理会即可。
`,
  }),
}

export function invitationLetter(locale: Locale, facts: Invitation): Letter {
  return letters[locale](facts)
}
