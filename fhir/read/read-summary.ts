import type { Counts } from './counts.ts'

/**
 * What became of the resources that were read, in one sentence: nothing that was left out goes unsaid. Another says so where
 * whoever keeps the record does not use it any more.
 */
export function readSummary(counts: Readonly<Counts>, isInUse = true): string {
  const said: readonly (readonly [number, string])[] = [
    [counts.otherTypes + counts.unknownCodes, 'said nothing here'],
    [counts.enteredInError, 'entered in error'],
    [counts.notDone, 'not done'],
    [counts.reportsNotStructured, 'reports in words only, to be entered'],
    [counts.unsigned, 'conclusions without a known signer'],
    [counts.notTaken, 'reassuring statements not confirmed and not taken'],
    [counts.keptAdverse, 'past problems that still count until a clinician answers for them'],
    [counts.dispensed, 'toxins handed out, of which nobody says whether they were given'],
    [counts.unnamedMedicines, 'medicines in codes nobody here reads, without a word'],
    [counts.aboutOthers, 'about somebody or something else'],
    [counts.recordsElsewhere, 'named as another record of this person, and not here'],
    [counts.modified, 'with a modifier nobody here reads'],
    [counts.unattached, 'observations of events that are not in the bundle'],
  ]
  const parts = said.filter(([number]) => number > 0).map(([number, text]) => `${number} ${text}`)
  const codes =
    counts.unconfirmedCodes.length > 0
      ? ` Codes not confirmed with their owner: ${counts.unconfirmedCodes.join(', ')}.`
      : ''
  const outOfUse = isInUse ? '' : ' Whoever keeps this record has taken it out of use.'
  return `Read ${counts.understood} of ${counts.resources} resources${parts.length > 0 ? `: ${parts.join('; ')}` : ''}.${codes}${outOfUse}`
}
