import type { PatientView } from '@facialis/wire'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { decidedOf } from '../../patient/decided.ts'
import { ForWhoRecords, useMayRecord } from '../../patient/for-who-records.tsx'
import { NotCountedLines } from '../../patient/not-counted.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { siteNumber } from '../../patient/site-number.ts'
import columns from '../../pieces/two-columns.module.css'
import { daysBetween } from '../../words/dates.ts'
import { Jump } from '../follow-up/jump.tsx'
import { Audiogram, audiogramPart, lineForAudiogram } from './audiogram.tsx'
import { CandidacyLine } from './candidacy.tsx'
import { DecisionAid } from './decision-aid.tsx'
import { OperationForm } from './operation-form.tsx'
import { OperationRecord } from './operation-record.tsx'
import { PostOpCallScript } from './post-op-call.tsx'
import { ReliefTimeline } from './relief-timeline.tsx'
import classes from './surgery.module.css'
import { words } from './words.ts'
import { WorkUp } from './work-up.tsx'

const before = [
  { id: 'work-up', label: words.work.title },
  { id: 'aid', label: words.aid.title },
  { id: 'operation', label: words.operation.title },
]
const after = [
  { id: 'relief', label: words.relief.title },
  { id: 'call', label: words.call.title },
  { id: audiogramPart, label: words.audiogram.title },
  { id: 'candidacy', label: words.candidacy.title },
]
const partsOfAnother = ['#work-up', '#operation']
const decompressions = ['mvd', 're-exploration']

/** Theatre is booked for a day that has come, or comes within the days in which the last list is gone through. */
function isExpected(theatre: string | null, { today, policy }: Pick<PatientView, 'today' | 'policy'>): boolean {
  const ahead = theatre === null ? null : daysBetween(today, theatre)
  return ahead !== null && ahead <= siteNumber('goCheckBefore', policy).value
}

/** Before an operation: candidacy, aid, lists. After one: relief, calls and the record come first. */
export function Screen() {
  const { view, recorded } = useOpenPatient()
  const { today, advice } = view
  const { hash } = useLocation()
  const [pressed, setAnother] = useState(false)
  // A step that is done on the lists or in the record of an operation leads to them.
  const mayOperate = useMayRecord('operation')
  const another = pressed || partsOfAnother.includes(hash)
  const candidacy = decidedOf(advice, 'decompression')
  const booked = recorded.fact('theatreDate')?.value
  const theatre = typeof booked === 'string' ? booked : null
  const operations = recorded.entries('operation')
  const last = operations.find((one) => decompressions.includes(String(one.fields['operation.kind'])))
  const line = candidacy !== null && <CandidacyLine decided={candidacy} recorded={recorded} today={today} />

  if (last === undefined || last.date === null)
    return (
      <Page title={words.title} lead={words.lead}>
        {line}
        <Jump parts={before} />
        <div className={columns.columns}>
          <div className={columns.column}>
            <div id="work-up" className={classes.anchor}>
              <div className={columns.column}>
                <WorkUp />
              </div>
            </div>
            {lineForAudiogram(advice) === null && <Audiogram />}
            <NotCountedLines kinds={['operation']} />
            {operations.map((operation) => (
              <OperationRecord key={operation.id} operation={operation} today={today} />
            ))}
            <div id="operation" className={classes.anchor}>
              <OperationForm expected={isExpected(theatre, view)} theatre={theatre} />
            </div>
          </div>
          <div id="aid" className={`${columns.column} ${classes.anchor}`}>
            <DecisionAid today={today} />
          </div>
        </div>
      </Page>
    )

  return (
    <Page title={words.title} lead={words.lead}>
      <Jump parts={after} />
      <div className={columns.columns}>
        <div id="relief" className={`${columns.column} ${classes.anchor}`}>
          <ReliefTimeline
            operation={last.date}
            response={decidedOf(advice, 'response.surgery')}
            recorded={recorded}
            today={today}
          />
          <NotCountedLines kinds={['operation']} />
          {operations.map((operation) => (
            <OperationRecord key={operation.id} operation={operation} today={today} />
          ))}
          <p className={classes.soft}>{words.candidacy.early}</p>
          {!another && <Audiogram />}
          <div id="candidacy" className={classes.anchor}>
            {line}
          </div>
          {another ? (
            <>
              <div id="work-up" className={`${columns.column} ${classes.anchor}`}>
                <WorkUp />
              </div>
              {lineForAudiogram(advice) === null && <Audiogram />}
              <div id="operation" className={classes.anchor}>
                <OperationForm expected theatre={theatre} />
              </div>
              <DecisionAid today={today} />
            </>
          ) : (
            mayOperate && (
              <div>
                <Button variant="default" onClick={() => setAnother(true)}>
                  {words.operation.another}
                </Button>
              </div>
            )
          )}
        </div>
        <div id="call" className={`${columns.column} ${classes.anchor}`}>
          <ForWhoRecords kind="call" title={words.call.title}>
            <PostOpCallScript operation={last.date} />
          </ForWhoRecords>
        </div>
      </div>
    </Page>
  )
}
