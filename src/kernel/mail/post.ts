/** The way out of the house: one SMTP server, as the operator named it. */
import { createTransport, type SendMailOptions } from 'nodemailer'

export interface MailSettings {
  /** `smtp://…` or `smtps://…`; without it mails wait. */
  smtpUrl: string | undefined
  /** Sender, e.g. `Harbor Books <office@harbor.example>`. */
  from: string
}

export interface Post {
  /** Address part after the @, for the names of messages. */
  domain: string
  send(message: SendMailOptions): Promise<Delivery>
}

/** `final`: trying again would bring the same answer. */
export type Delivery = { sent: true } | { sent: false; final: boolean; error: string }

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** @returns null when the operator named no server */
export function openPost({ smtpUrl, from }: MailSettings): Post | null {
  if (!smtpUrl) return null
  const transport = createTransport({ url: smtpUrl, ...patience }, { from })
  const domain = /@([\w.-]+)/u.exec(from)?.[1] ?? 'localhost'
  return {
    domain,
    async send(message) {
      try {
        // What stands in a mail never makes the server read its own files or call other servers.
        await transport.sendMail({ ...message, disableFileAccess: true, disableUrlAccess: true })
        return { sent: true }
      } catch (error) {
        return { sent: false, final: isFinal(error), error: messageOf(error) }
      }
    },
  }
}

/** A refused recipient or message (5xx) stays refused; a refused sign-in can be mended. */
function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1000)
}
