/** Who is told of a comment: whom it mentions, the owner of the record, and who follows it. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Comment } from './comment.entity.ts'

/** So much of a comment is shown where it is told of. */
const longestWords = 200

/** Whoever comments follows the record from then on. */
export async function tellComment(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const comment = facts.row as Comment
  mention(ctx, comment, comment.mentions ?? [])
  ctx.notify({
    ...noticeOf(comment),
    cause: 'commented',
    rule: 'notice.commented',
    toFollowers: true,
  })
  if (ctx.me) ctx.follow(comment, [ctx.me])
}

/** Only who was not mentioned before; a comment that is corrected is not told of anew. */
export async function tellMentions(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const comment = facts.row as Comment
  const before = (facts.before as Comment).mentions ?? []
  mention(
    ctx,
    comment,
    (comment.mentions ?? []).filter((person) => !before.includes(person)),
  )
}

export async function takeBack(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  ctx.unnotify((facts.row as Comment).id)
}

function mention(ctx: Ctx, comment: Comment, people: readonly string[]): void {
  if (people.length === 0) return
  const notice = { ...noticeOf(comment), people, follow: true }
  ctx.notify({ ...notice, cause: 'mentioned', rule: 'notice.mentioned' })
}

function noticeOf({ id, entity, record, text }: Comment) {
  const words = text.replaceAll(/\s+/gu, ' ').trim()
  const short = words.length > longestWords ? `${words.slice(0, longestWords)}…` : words
  return { entity, record, people: [], source: id, facts: { text: short } }
}
