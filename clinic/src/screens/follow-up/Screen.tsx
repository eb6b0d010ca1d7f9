import { Page } from '../../frame/page.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { CallCard } from './call-card.tsx'
import { Closure } from './closure.tsx'
import classes from './follow-up.module.css'
import { MoodNotice } from './mood.tsx'
import { OpenComplaints } from './open-complaints.tsx'
import { ScoreForm } from './score-form.tsx'
import { ScoreHistory } from './score-history.tsx'
import { SpasmReport } from './spasm-report.tsx'
import { words } from './words.ts'

/** How it is going: scores with their chart, reports of spasm, phone calls, complaints, and the end of the episode. */
export function Screen() {
  const { view } = useOpenPatient()
  const asksForContact = view.advice.nextSteps.some((step) => step.id === 'mood-contact')
  return (
    <Page title={words.title} lead={words.lead}>
      {asksForContact && <MoodNotice asks="contact-today" today={view.today} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          <ScoreHistory />
          <ScoreForm />
        </div>
        <div className={classes.column}>
          <CallCard />
          <OpenComplaints />
          <SpasmReport />
          <Closure />
        </div>
      </div>
    </Page>
  )
}
