import type { Fact, Span } from '@facialis/language'
import { isAdverse, isReassuring, type Reading, type Statement } from './reading.ts'

/**
 * What problems that are conclusions say beside what was said in so many words. A code concludes less than who concluded
 * on the same day; one that nobody is known to have signed takes back nothing; two sides listed at once are both.
 */
export function withListed(
  statements: readonly Statement[],
  { dictionary, ignored }: Pick<Reading, 'dictionary' | 'ignored'>,
): readonly Statement[] {
  return statements.flatMap((said): readonly Statement[] => {
    const fact = dictionary.facts.get(said.fact)
    if (!said.listed || !fact) return [said]
    const others = statements.filter((other) => other !== said && other.fact === said.fact)
    if (!isReassuring(fact, said.value)) return [sided(fact, said, others)]
    if (others.some((other) => !other.listed && !('unknown' in other.value) && isSameDay(other.date, said.date)))
      return []
    const isTakenBack = ({ value, date }: Statement) => isAdverse(fact, value) && endOf(date) <= endOf(said.date)
    if (said.listed.isSigned || !others.some(isTakenBack)) return [said]
    const why = `${fact.id}: nobody is known to have signed this problem, so it takes back no earlier conclusion`
    ignored.push({ what: said.provenance.source, why })
    return []
  })
}

/** Left on the list and right on the list is both, from the day of the later one. */
function sided(fact: Fact, said: Statement, others: readonly Statement[]): Statement {
  if (!('values' in fact) || !fact.values.includes('both') || !said.listed?.isSettled) return said
  const isOther = (other: Statement): boolean =>
    other.listed?.isSettled === true &&
    wordOf(other) !== null &&
    wordOf(other) !== wordOf(said) &&
    endOf(other.date) <= endOf(said.date)
  return wordOf(said) !== null && others.some(isOther) ? { ...said, value: { word: 'both' } } : said
}

const wordOf = ({ value }: Statement): string | null => ('word' in value ? value.word : null)
const endOf = (date: Span | null): number => date?.hi ?? Number.NEGATIVE_INFINITY
const isSameDay = (a: Span | null, b: Span | null): boolean => a?.lo === b?.lo && a?.hi === b?.hi
