import { all, atLeast, count, entryDate, is, latestDate, onOrAfter, type Step, step } from '@facialis/language'
import { lastHfsToxin } from '../decisions/course.ts'
import { missedVisit, visit } from '../entries/index.ts'
import { missedVisitCallDue, missedVisitsBeforeCall } from '../policy/index.ts'
import { AWorkflow } from '../sources/index.ts'
import { onPathway, since } from './calling.ts'
import { series } from './toxin-series.ts'

/** Not there, and nobody had said so; what either side called off is no sign of anything. */
const stayedAway = is(missedVisit.fields.why, 'did-not-attend')
const sinceSession = all(stayedAway, onOrAfter(entryDate(missedVisit), lastHfsToxin))
const last = latestDate(missedVisit, stayedAway)

export const missedVisitSteps: readonly Step[] = [
  step(
    'ring-after-missed-visits',
    {
      label: 'Telephone: toxin appointments were missed',
      text: 'Nobody is discharged for missing appointments. Ask what stood in the way, and plan again for the day that was due.',
      when: onPathway(
        all(series, atLeast(count(missedVisit, sinceSession), missedVisitsBeforeCall)),
        since(visit, last, is(visit.fields.kind, 'phone', 'follow-up', 'injection')),
      ),
      owner: 'coordinator',
      anchor: { name: 'missed appointment', date: last },
      window: { due: missedVisitCallDue },
      settles: [visit],
      rules: ['FU-01'],
    },
    AWorkflow,
  ),
]
