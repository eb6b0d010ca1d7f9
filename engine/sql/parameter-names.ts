import { formatDay, type Policy } from '@facialis/language'
import { snakeCase } from '../flat/sql-identifiers.ts'
import type { Plan } from '../plan/plan.ts'
import type { Dialect } from './dialect.ts'

/** Names of the parameter table and its columns: the day, as a date and as it is compared, and one number for each of `Plan.policy`. */
export type ParameterNames = Readonly<{ table: string; day: string; today: string; policy: readonly string[] }>

export function parameterNames(plan: Plan, name: (wanted: string) => string, dialect: Dialect): ParameterNames {
  const day = name('as_of_day')
  return {
    table: name('asking'),
    day,
    today: dialect.days.areDates ? day : name('today'),
    policy: plan.policy.map(({ id }) => name(`policy_${snakeCase(id)}`)),
  }
}

/** The one-row parameter table. A comment beside each policy number gives its meaning and its safe bounds. */
export function parametersSelect(
  plan: Plan,
  names: ParameterNames,
  { dialect, asOf, policy }: Readonly<{ dialect: Dialect; asOf: number; policy: Policy }>,
): string {
  const numbers = plan.policy.map(({ id, default: usual, label, unit, min, max }, i) => ({
    select: `${policy[id] ?? usual} AS ${names.policy[i]}`,
    remark: ` -- ${label.replaceAll(/\s+/g, ' ')}: ${min} to ${max} ${unit}`,
  }))
  const lines = [
    { select: names.day, remark: ' -- the day asked for' },
    ...(dialect.days.areDates ? [] : [{ select: `${dialect.days.of(names.day)} AS ${names.today}`, remark: '' }]),
    ...numbers,
  ].map(({ select, remark }, i, all) => `    ${select}${i < all.length - 1 ? ',' : ''}${remark}`)
  return ['SELECT', ...lines, `  FROM (SELECT ${dialect.day(formatDay(asOf))} AS ${names.day}) AS one_day`].join('\n')
}
