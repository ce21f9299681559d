/** The customers that a recall rule would take back on a day, as a filter of customers. */
import type { Where } from '#kernel/query/where.ts'
import { meantBy } from '#modules/customers/index.ts'
import type { RecallRule } from './recall-rule.entity.ts'

type Asked = Pick<RecallRule, 'when' | 'days' | 'customers'>

/**
 * With somebody, meant by the rule, and left alone for its days or longer; who has just got a
 * customer has the same time.
 * @param early days before the recall, for warnings
 */
export function recalledWhere({ when, days, customers }: Asked, early = 0): Where {
  const field = when === 'no-deal' ? 'lastDealOn' : 'lastContactAt'
  const long = { within: `over-${Math.max(1, days - early - 1)}-days-ago` }
  return {
    owner: { empty: false },
    ownedSince: long,
    any: [{ [field]: { empty: true } }, { [field]: long }],
    ...meantBy(customers),
  }
}
