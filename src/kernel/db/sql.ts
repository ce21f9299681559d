/** SQL as text and parameters, put together without ever mixing the two. */

/** A piece of SQL: values travel as parameters, never in the text. */
export interface Sql {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

/** Text with `$n` and its parameters, ready for the driver. */
export interface Statement {
  text: string
  values: unknown[]
}

/**
 * Builds SQL; a value becomes a parameter, another piece of SQL is taken in.
 * @example sql`select ${name('title')} from ${table} where tenant = ${ctx.tenant}`
 */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const texts: string[] = [strings[0] ?? '']
  const params: unknown[] = []
  values.forEach((value, index) => {
    const after = strings[index + 1] ?? ''
    if (isSql(value)) takeIn(texts, params, value, after)
    else {
      params.push(value)
      texts.push(after)
    }
  })
  return { strings: texts, values: params }
}

function takeIn(texts: string[], params: unknown[], piece: Sql, after: string): void {
  const last = texts.length - 1
  texts[last] = `${texts[last]}${piece.strings[0] ?? ''}`
  for (let index = 1; index < piece.strings.length; index += 1)
    texts.push(piece.strings[index] ?? '')
  params.push(...piece.values)
  const end = texts.length - 1
  texts[end] = `${texts[end]}${after}`
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value
}

/** Text of the program's own making (never of a user) as SQL. */
export function raw(text: string): Sql {
  return { strings: [text], values: [] }
}

/** A quoted identifier. */
export function name(identifier: string): Sql {
  return raw(quoted(identifier))
}

export function quoted(identifier: string): string {
  if (!/^[a-z_][a-z0-9_]*$/u.test(identifier)) throw new Error(`Not an identifier: ${identifier}`)
  return `"${identifier}"`
}

export function join(pieces: readonly Sql[], separator: string): Sql {
  const [first, ...rest] = pieces
  if (!first) return raw('')
  return rest.reduce((all, piece) => sql`${all}${raw(separator)}${piece}`, first)
}

export function statement(query: Sql): Statement {
  let text = query.strings[0] ?? ''
  for (let index = 1; index < query.strings.length; index += 1) {
    text += `$${index}${query.strings[index] ?? ''}`
  }
  return { text, values: [...query.values] }
}
