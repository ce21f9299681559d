/** Finds people by name, pinyin and initials, from the first letter on. */
import type { Sight } from '../access/scope.ts'
import { User } from '../access/user.entity.ts'
import type { Database } from '../db/database.ts'
import { pick, type PickOption } from '../query/pick.ts'
import { list } from '../query/list.ts'
import { pinyinTokens } from '../text/pinyin.ts'

/** Among so many people the one letter is looked for that the search takes for too little. */
const mostLookedAt = 200

export async function findPeople(
  database: Database,
  sight: Sight,
  query: string | undefined,
): Promise<PickOption[]> {
  if (!query || !/^[a-z]$/iu.test(query)) return pick(database, sight, User, active, query)
  const page = await list(database, sight, User, {
    where: active,
    sort: 'name',
    limit: mostLookedAt,
    columns: ['name', 'email'],
  })
  const letter = query.toLowerCase()
  return page.rows
    .map((row) => ({ id: row.id, title: String(row.name), subtitle: String(row.email), row }))
    .filter(({ title }) => beginsWith(title, letter))
}

const active = { active: true }

function beginsWith(name: string, letter: string): boolean {
  const words = name.toLowerCase().split(/\s+/u)
  const runs = name.match(/\p{Script=Han}+/gu) ?? []
  const sounds = runs.flatMap((run) => pinyinTokens(run))
  return [...words, ...sounds].some((word) => word.startsWith(letter))
}
