/** Somebody makes an address for a calendar program, or ends one. */
import { defineAction, defineCollectionAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { hashOf } from '#kernel/session/token.ts'
import { TaskFeed } from './task-feed.entity.ts'

/**
 * Who asks makes the secret, 256 random bits as base64url: so it stands in no answer that is kept,
 * and the house knows its hash alone.
 */
export const makeFeed = defineCollectionAction(TaskFeed, {
  name: 'make',
  label: 'New calendar address',
  allow: ['everyone'],
  input: {
    name: f.text({ required: true, maxLength: 80, label: 'For which program' }),
    secret: f.text({ required: true, pattern: '^[A-Za-z0-9_-]{43}$', label: 'Secret' }),
  },
  async run(ctx, { name, secret }) {
    const { id } = await ctx.create(TaskFeed, { name, secretHash: hashOf(secret).toString('hex') })
    return { result: { id, path: `/api/calendar-feed/${ctx.tenant}/` } }
  },
})

export const revokeFeed = defineAction(TaskFeed, {
  name: 'revoke',
  label: 'Revoke',
  from: 'active',
  to: 'revoked',
  allow: { everyone: { owner: 'me' } },
  tone: 'danger',
  confirm: 'Calendars that read this address get nothing any more.',
  async run() {},
})
