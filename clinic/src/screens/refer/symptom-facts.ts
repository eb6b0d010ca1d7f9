/** What a referrer can tell from the history, in the order it is told. */
export const symptomFacts = [
  'hfs.onset',
  'ph.unilateral',
  'ph.onsetOrbicularisOculi',
  'ph.downwardSpread',
  'ph.synchronous',
  'ph.bilateralSync',
  'ph.sleepPersist',
  'ph.jawOrTongue',
  'ph.priorPalsy',
  'ph.suppressible',
  'ph.ipsiEarClick',
] as const
