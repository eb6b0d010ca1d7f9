import type { EntryRecord, Observation } from '@facialis/language'
import { judgementIn } from '../chart/judgement.ts'
import { member, shown } from '../json/json.ts'
import type { ReadingContext } from './reading-context.ts'

/** The study a judgement rests on is one of the file, and no older than what it answers. */
export function checkStudies(
  observations: readonly Observation[],
  entries: readonly EntryRecord[],
  { dictionary, report }: ReadingContext,
): void {
  for (const { fact: id, value, provenance } of observations) {
    if (provenance.study === undefined) continue
    const where = member(provenance.source, 'study')
    const study = entries.find((entry) => entry.id === provenance.study)
    if (!study) {
      report('unknown-entry', `There is no entry ${shown(provenance.study)} to rest on.`, where)
      continue
    }
    const fact = dictionary.facts.get(id)
    const judged = fact ? judgementIn(fact, value) : null
    if (!judged) continue
    const isOlder = observations.some(
      (raised) =>
        raised.fact === id &&
        'word' in raised.value &&
        raised.value.word === judged.of &&
        raised.date !== null &&
        (study.date === null || study.date.hi < raised.date.lo),
    )
    if (isOlder && provenance.note === undefined)
      report('study-too-old', `The study ${shown(study.id)} is not known to be younger than what it answers.`, where)
  }
}
