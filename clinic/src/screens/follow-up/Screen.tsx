import type { ReactNode } from 'react'
import { Page } from '../../frame/page.tsx'
import { ForWhoRecords, useRecords } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import columns from '../../pieces/two-columns.module.css'
import { CallCard } from './call-card.tsx'
import { Closure } from './closure.tsx'
import classes from './follow-up.module.css'
import { Jump } from './jump.tsx'
import { MissedVisit } from './missed-visit.tsx'
import { MoodNotice } from './mood.tsx'
import { moodIn } from './mood-asks.ts'
import { OpenComplaints } from './open-complaints.tsx'
import { ScoreForm } from './score-form.tsx'
import { ScoreHistory } from './score-history.tsx'
import { SpasmReport } from './spasm-report.tsx'
import { UndatedReports } from './undated-reports.tsx'
import { words } from './words.ts'

const parts = [
  { id: 'call', label: words.call.title, kind: 'call' },
  { id: 'scores', label: words.form.title, kind: 'score' },
  { id: 'complaints', label: words.complaints.title, kind: null },
  { id: 'spasm', label: words.spasm.title, kind: 'spasm-report' },
  { id: 'missed', label: words.missed.title, kind: 'missed-visit' },
  { id: 'closure', label: words.closure.title, kind: null },
] as const

/**
 * How it is going: scores with their chart, reports of spasm, phone calls, complaints, and the end of the episode. The wider
 * column is for what whoever looks does here: the scores, or the telephone for those who record calls and no scores. The
 * chart of the scores needs the room in either case.
 */
export function Screen() {
  const { view } = useOpenPatient()
  const records = useRecords()
  const isAtTelephone = records('call') && !records('score')
  const mood = moodIn(view.advice)
  const calls = (
    <>
      <Part id="call">
        <ForWhoRecords kind="call" title={words.call.title}>
          <CallCard />
        </ForWhoRecords>
      </Part>
      <Part id="complaints">
        <OpenComplaints />
      </Part>
    </>
  )
  const missed = (
    <Part id="missed">
      <ForWhoRecords kind="missed-visit" title={words.missed.title}>
        <MissedVisit />
      </ForWhoRecords>
    </Part>
  )
  const scores = (
    <Part id="scores">
      <ForWhoRecords kind="score" title={words.form.title}>
        <ScoreForm />
      </ForWhoRecords>
    </Part>
  )
  return (
    <Page title={words.title} lead={words.lead}>
      {mood === 'contact-today' && <MoodNotice asks={mood} today={view.today} />}
      <Jump parts={parts.filter(({ kind }) => kind === null || records(kind))} />
      <div className={columns.columns}>
        <div className={columns.column}>
          {isAtTelephone && calls}
          {isAtTelephone && missed}
          <ScoreHistory />
          {!isAtTelephone && scores}
        </div>
        <div className={columns.column}>
          {isAtTelephone ? scores : calls}
          <Part id="spasm">
            <ForWhoRecords kind="spasm-report" title={words.spasm.title}>
              <SpasmReport />
            </ForWhoRecords>
          </Part>
          <UndatedReports />
          {!isAtTelephone && missed}
          <Part id="closure">
            <Closure />
          </Part>
        </div>
      </div>
    </Page>
  )
}

const Part = ({ id, children }: Readonly<{ id: string; children: ReactNode }>) => (
  <div id={id} className={classes.anchor}>
    {children}
  </div>
)
