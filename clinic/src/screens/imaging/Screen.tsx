import { useState } from 'react'
import { Page } from '../../frame/page.tsx'
import { passagesOf } from '../../pathway.ts'
import { decidedOf } from '../../patient/decided.ts'
import { ForWhoRecords } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { RuleOuts } from '../../patient/rule-outs.tsx'
import { useDraft } from '../../patient/use-draft.ts'
import { Reason } from '../../pieces/gate-line.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { words as pieces } from '../../pieces/words.ts'
import type { Tone } from '../../words/clinical.ts'
import { answerWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './imaging.module.css'
import { ImpossiblePanel } from './impossible-panel.tsx'
import { ReadForm } from './read-form.tsx'
import { RequestPanel } from './request-panel.tsx'
import { StudiesPanel } from './studies-panel.tsx'
import { emptyRead, readRead } from './study-read.ts'
import { requestsIn } from './study-state.ts'
import { words } from './words.ts'

const tones: Readonly<Record<string, Tone>> = {
  order: 'caution',
  'inadequate-repeat': 'caution',
  adequate: 'permitted',
}

/** Scans asked for, done and read, and what they rule out. */
export function Screen() {
  const { view, recorded } = useOpenPatient()
  const { today, advice } = view
  const draft = useDraft(`patient.${view.patient.id}.imaging-read`, emptyRead, readRead)
  const [reading, setReading] = useState<boolean | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  // A read that was left half-way lies open on return, and stays so while it is typed on.
  if (reading === null && draft.state === 'restored') setReading(true)
  const decision = decidedOf(advice, 'imaging')
  const { waiting } = requestsIn(recorded.entries('imaging-order'), recorded.entries('study'))
  const asked = waiting.find(({ date }) => date !== null)?.date ?? null
  return (
    <Page title={words.title} lead={words.lead}>
      {decision !== null && (
        <Notice tone={tones[decision.answer] ?? 'notice'} title={words.decision(answerWords(decision.answer))}>
          {decision.because[0] !== undefined && (
            <Reason because={decision.because[0]} today={today} passagesOf={passagesOf} />
          )}
          {/* The answer stays what it is until images are there: whoever asked a moment ago is not to ask again. */}
          {asked !== null && <p className={classes.soft}>{words.askedAlready(dateWords(asked))}</p>}
        </Notice>
      )}
      {reading !== true && (
        <Panel title={pieces.ledger.caption}>
          <RuleOuts />
        </Panel>
      )}
      {reading === true ? (
        <ReadForm
          draft={draft}
          onDone={(study) => {
            setSaved(study)
            setReading(false)
          }}
        />
      ) : (
        <>
          <StudiesPanel
            saved={saved}
            onRead={(read) => {
              draft.change(read)
              setReading(true)
            }}
          />
          <ForWhoRecords kind="imaging-order" title={words.request.title}>
            <RequestPanel />
          </ForWhoRecords>
          <ImpossiblePanel />
        </>
      )}
    </Page>
  )
}
