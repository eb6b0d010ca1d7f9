import { Page } from '../../frame/page.tsx'
import { ForWhoRecords } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import columns from '../../pieces/two-columns.module.css'
import { CallCard } from './call-card.tsx'
import { Closure } from './closure.tsx'
import classes from './follow-up.module.css'
import { Jump } from './jump.tsx'
import { MissedVisit } from './missed-visit.tsx'
import { MoodNotice } from './mood.tsx'
import { OpenComplaints } from './open-complaints.tsx'
import { ScoreForm } from './score-form.tsx'
import { ScoreHistory } from './score-history.tsx'
import { SpasmReport } from './spasm-report.tsx'
import { words } from './words.ts'

const parts = [
  { id: 'call', label: words.call.title },
  { id: 'scores', label: words.form.title },
  { id: 'complaints', label: words.complaints.title },
  { id: 'spasm', label: words.spasm.title },
  { id: 'missed', label: words.missed.title },
  { id: 'closure', label: words.closure.title },
]

/** How it is going: scores with their chart, reports of spasm, phone calls, complaints, and the end of the episode. */
export function Screen() {
  const { view } = useOpenPatient()
  const asksForContact = view.advice.nextSteps.some((step) => step.id === 'mood-contact')
  return (
    <Page title={words.title} lead={words.lead}>
      {asksForContact && <MoodNotice asks="contact-today" today={view.today} />}
      <Jump parts={parts} />
      <div className={columns.columns}>
        <div className={columns.column}>
          <ScoreHistory />
          <div id="scores" className={classes.anchor}>
            <ForWhoRecords kind="score" title={words.form.title}>
              <ScoreForm />
            </ForWhoRecords>
          </div>
        </div>
        <div className={columns.column}>
          <div id="call" className={classes.anchor}>
            <ForWhoRecords kind="call" title={words.call.title}>
              <CallCard />
            </ForWhoRecords>
          </div>
          <div id="complaints" className={classes.anchor}>
            <OpenComplaints />
          </div>
          <div id="spasm" className={classes.anchor}>
            <ForWhoRecords kind="spasm-report" title={words.spasm.title}>
              <SpasmReport />
            </ForWhoRecords>
          </div>
          <div id="missed" className={classes.anchor}>
            <ForWhoRecords kind="missed-visit" title={words.missed.title}>
              <MissedVisit />
            </ForWhoRecords>
          </div>
          <div id="closure" className={classes.anchor}>
            <Closure />
          </div>
        </div>
      </div>
    </Page>
  )
}
