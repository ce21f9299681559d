/** A real mail server of this machine for tests: keeps what it is brought, refuses when told to. */
import type { Readable } from 'node:stream'
import { callbackify } from 'node:util'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface MailServer {
  port: number
  url: string
  received: ParsedMail[]
  /** SMTP codes with which it answers the next mails, one for each. */
  refusals: number[]
  close(): Promise<void>
}

export interface MailServerWish {
  /** Whom it lets in; nobody is asked without. */
  login?: { user: string; password: string }
  /** Encrypted from the first byte, with a certificate that nobody vouches for. */
  secure?: boolean
}

export async function openMailServer(wish: MailServerWish = {}): Promise<MailServer> {
  const received: ParsedMail[] = []
  const refusals: number[] = []
  const take = async (stream: Readable) => {
    const mail = await simpleParser(stream)
    const responseCode = refusals.shift()
    if (responseCode) throw Object.assign(new Error('Not now'), { responseCode })
    received.push(mail)
  }
  const server = new SMTPServer({
    ...doorOf(wish),
    onData: (stream, _session, callback) => callbackify(take)(stream, callback),
  })
  // Whoever is not trusted hangs up; that is the client's to tell.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as { port: number }
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    refusals,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}

function doorOf({ login, secure = false }: MailServerWish): SMTPServerOptions {
  if (!login) return { secure, disabledCommands: ['STARTTLS', 'AUTH'] }
  return {
    secure,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) => {
      const isRight = username === login.user && password === login.password
      if (isRight) callback(null, { user: username })
      else callback(Object.assign(new Error('Bad credentials'), { responseCode: 535 }))
    },
  }
}
