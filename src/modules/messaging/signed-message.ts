/** A message as a provider gets it, with a signature that shows by whom it was sent. */
import { createHmac } from 'node:crypto'
import type { Message } from './message.entity.ts'

export interface Signed {
  headers: Record<string, string>
  body: string
}

type Sent = Pick<Message, 'id' | 'number' | 'text' | 'happenedAt'>

/** Byte by byte the same at each try, so that a provider can tell a repetition by its key. */
export function signedMessage(message: Sent, secret: string): Signed {
  const { id, number: to, text, happenedAt: sentAt } = message
  const body = JSON.stringify({ id, to, text, sentAt })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  return {
    headers: {
      'content-type': 'application/json',
      'idempotency-key': id,
      'x-shangmai-signature': `sha256=${signature}`,
    },
    body,
  }
}
