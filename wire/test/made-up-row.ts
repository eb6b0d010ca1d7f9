import type { BoardRow } from '../index.ts'

/** A row of the board for a test: somebody made up, who is being evaluated and of whom nothing else is to be told. */
export const madeUpRow = (name: string, more: Partial<BoardRow> = {}): BoardRow => ({
  id: name,
  name: `Demo ${name}`,
  otherNames: [],
  birthDate: '1968-04-03',
  side: 'left',
  stage: 'evaluating',
  also: [],
  since: null,
  gate: 'blocked',
  blockedOn: null,
  opensOn: null,
  exceptionUntil: null,
  awaitsVisit: false,
  visitOn: null,
  visitMissed: null,
  next: null,
  overdue: 0,
  critical: [],
  letterOwed: null,
  interpreter: null,
  notInUse: false,
  behindSince: null,
  ...more,
})
