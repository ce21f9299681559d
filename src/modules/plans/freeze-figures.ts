/** The figures of one person's days, counted by the program to be kept in a report. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { name, sql } from '#kernel/db/sql.ts'
import { columnName, type Draft } from '#kernel/entity/entity.ts'
import { figureNames, workFigures, type WorkFigure } from './figures.ts'
import { figuresSql, type Source } from './measures.ts'
import type { Days } from './periods.ts'
import type { WorkReport } from './work-report.entity.ts'

type Figures = Pick<Draft<typeof WorkReport>, WorkFigure>

export async function figuresOf(ctx: Ctx, owner: string, days: Days): Promise<Figures> {
  const stretch = { from: days.beginsOn, until: days.endsOn }
  const [row = {}] = await ctx.sql<Record<string, string>>(
    figuresSql(sourceOf(ctx), stretch, sql`a.owner = ${owner}::uuid`),
  )
  return Object.fromEntries(
    figureNames.map((figure) => {
      const value = row[columnName(figure)] ?? '0'
      return [figure, workFigures[figure].kind === 'integer' ? Number(value) : value]
    }),
  ) as Figures
}

function sourceOf(ctx: Ctx): Source {
  const { tenant, person, today, now, timeZone, country, currency, me } = ctx
  return {
    tenant,
    person,
    today,
    now,
    timeZone,
    country,
    currency,
    me,
    visible: (entity) => sql`(select v.* from ${name(entity.table)} v
      where v.tenant = ${tenant} and v.deleted_at is null)`,
    sees: () => true,
  }
}
