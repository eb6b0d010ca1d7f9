import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { factOf } from '../../pathway.ts'
import { findingOutcomeOf } from '../../patient/finding-outcome.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useLive } from '../../patient/use-live.ts'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import type { Recording } from '../../recorded.ts'
import { Clips } from './clips.tsx'
import classes from './evaluate.module.css'
import { focusQuestion, placeOf } from './focus-question.ts'
import { LivePanel } from './live-panel.tsx'
import { OutcomeLine } from './outcome-line.tsx'
import { flagQuestions, questionsOf, stepIds } from './procedure.ts'
import rows from './question-row.module.css'
import { recordWords } from './record-note.ts'
import { words } from './words.ts'

const lists = [
  { title: words.flags.title, ids: flagQuestions },
  ...stepIds.map((step) => ({ title: words.steps[step].name, ids: questionsOf(step) })),
]

/** What is on record of the examination, for those who do not record it: nothing here asks to be pressed. */
export function ReadOnly() {
  const { view, recorded } = useOpenPatient()
  const { live, behind } = useLive(null)
  const asked = useSearchParams()[0].get('ask')
  useEffect(() => {
    if (asked !== null) focusQuestion(asked)
  }, [asked])
  const isTold = (id: string) => isAnswered(id, recorded) || findingOutcomeOf(id, { recorded, view }) !== null
  const told = lists.map(({ title, ids }) => ({ title, ids: ids.filter(isTold) })).filter(({ ids }) => ids.length > 0)
  return (
    <Page title={words.title}>
      <Notice tone="notice" title={words.whoExamines} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Clips patientId={view.patient.id} files={view.attachments} />
          {told.length === 0 && <p className={classes.soft}>{words.nothingRecorded}</p>}
          {told.map(({ title, ids }) => (
            <Panel key={title} title={title}>
              <Told ids={ids} recorded={recorded} />
            </Panel>
          ))}
        </div>
        <LivePanel live={live} behind={behind} unsaved={null} today={view.today} onGo={null} />
      </div>
    </Page>
  )
}

type ToldProps = Readonly<{ ids: readonly string[]; recorded: Recording }>

/** What was found first; what was asked and answered "no" is counted, and listed on request. */
function Told({ ids, recorded }: ToldProps) {
  const { view } = useOpenPatient()
  const isNo = (id: string) => recorded.fact(id)?.value === 'no' && findingOutcomeOf(id, { recorded, view }) === null
  const no = ids.filter(isNo)
  return (
    <>
      <Rows ids={ids.filter((id) => !isNo(id))} recorded={recorded} />
      {no.length > 0 && (
        <details>
          <summary>{words.answeredNo(no.length)}</summary>
          <Rows ids={no} recorded={recorded} />
        </details>
      )}
    </>
  )
}

function Rows({ ids, recorded }: ToldProps) {
  const { view } = useOpenPatient()
  return ids.map((id) => {
    const fact = factOf(id)
    const outcome = findingOutcomeOf(id, { recorded, view })
    return fact === null ? null : (
      <div key={id} id={placeOf(id)} className={rows.row} tabIndex={-1}>
        <span className={rows.asked}>{fact.question}</span>
        <span className={rows.told}>{recordWords(recorded.fact(id), fact)}</span>
        {outcome !== null && <OutcomeLine id={id} outcome={outcome} maySay={false} />}
      </div>
    )
  })
}

function isAnswered(id: string, recorded: Recording): boolean {
  const now = recorded.fact(id)
  return now !== null && now.why !== 'not-asked'
}
