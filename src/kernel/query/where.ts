/** The one filter language: shallow, JSON-able, for lists, tabs, permissions, locks and links. */

export type Scalar = string | number | boolean | null

/** Conditions on one field. Several in one object are AND-ed. */
export interface Condition {
  /** Equal to one of these. */
  in?: readonly Scalar[]
  not?: Scalar | readonly Scalar[]
  /**
   * Greater than / at least / less than / at most (numbers, money, dates, text). A day that is
   * compared with an instant is that day in the company's time zone, from midnight to midnight.
   */
  over?: string | number
  from?: string | number
  under?: string | number
  until?: string | number
  /** Text: contains, starts with (case and width folded). */
  has?: string
  starts?: string
  /** Filled or not. */
  empty?: boolean
  /** Dates by name: 'today', 'last-7-days', 'this-quarter', … */
  within?: string
}

/**
 * A value (equal), a list (one of), or conditions. 'me', 'my-team' (I and the reporting line below
 * me) and 'my-department' stand for people, the last among departments for my own; among tags
 * 'my-roles' for my roles and 'everyone'.
 */
export type FieldWhere = Scalar | readonly Scalar[] | Condition

/** One figure of a report: of which row (none = of all), asked with which parameters. */
export type BehindFigure = {
  readonly report: string
  readonly figure: string
  /** Column that tells rows apart → its value. */
  readonly row?: Readonly<Record<string, Scalar>>
  /** As they stand in an address. */
  readonly params?: Readonly<Record<string, string>>
}

/**
 * Fields are AND-ed. `any`: at least one of these holds; `not`: this does not hold;
 * `search`: full-text search as in the search box; 'lines.product': of at least one line;
 * `behind`: the records that a figure of a report counts or sums up, in lists only.
 * @example { status: ['draft', 'confirmed'], owner: 'me', total: { over: '1000' } }
 */
export interface Where {
  readonly [field: string]: FieldWhere | readonly Where[] | Where | BehindFigure | undefined
  readonly any?: readonly Where[]
  readonly not?: Where
  readonly search?: string
  readonly behind?: BehindFigure
}
