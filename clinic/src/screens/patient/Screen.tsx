import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { factLabel, passagesOf } from '../../pathway.ts'
import { decidedBy, decidedOf, detailList, detailText } from '../../patient/decided.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { screenOf } from '../../patient/screen-of-step.ts'
import { GateLine } from '../../pieces/gate-line.tsx'
import { NextSteps } from '../../pieces/next-steps.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { PathwayLine } from '../../pieces/pathway-line.tsx'
import { RuleOutLedger, ruleOutIds } from '../../pieces/rule-out-ledger.tsx'
import { Timeline } from '../../pieces/timeline.tsx'
import { valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { Alerts } from './alerts.tsx'
import { Attachments } from './attachments.tsx'
import { Decisions } from './decisions.tsx'
import { Missing } from './missing.tsx'
import classes from './patient.module.css'
import { Reviews } from './reviews.tsx'
import { words } from './words.ts'

/** One person at a glance: where they stand, what may be done, what is next, what is missing, what happened. */
export function Screen() {
  const { view, recorded } = useOpenPatient()
  const { advice, today } = view
  const base = `/patients/${encodeURIComponent(view.patient.id)}`
  const stage = decidedOf(advice, 'stage')
  const gate = decidedOf(advice, 'botulinum')
  const evidenceWords = (id: string) => {
    const kind = recorded.entries('study').find((study) => study.id === id)?.fields['study.modality']
    return typeof kind === 'string' ? valueWords(kind) : words.study
  }
  return (
    <Page title={words.title}>
      <Alerts alerts={advice.alerts} today={today} />
      <Panel title={words.line}>
        {stage !== null && (
          <PathwayLine stage={stage.answer} also={detailList(stage, 'also')} since={detailText(stage, 'since')} />
        )}
        {advice.holdsUntil !== null && (
          <Text size="sm" c="dimmed" mt={4}>
            {words.holds(dateWords(advice.holdsUntil))}
          </Text>
        )}
      </Panel>
      <div className={classes.columns}>
        <div className={classes.column}>
          {gate !== null && (
            <GateLine title={words.gate} gate={gate} today={today} passagesOf={passagesOf} factLabel={factLabel} />
          )}
          <Panel title={words.next}>
            <NextSteps
              steps={advice.nextSteps}
              today={today}
              passagesOf={passagesOf}
              factLabel={factLabel}
              action={(step) => (
                <Anchor component={Link} to={`${base}/${screenOf(step.missing)}`} size="sm">
                  {words.screens[screenOf(step.missing)]}
                </Anchor>
              )}
            />
          </Panel>
          <Panel title={words.ruleOuts}>
            <RuleOutLedger
              ruleOuts={decidedBy(advice, ruleOutIds)}
              today={today}
              passagesOf={passagesOf}
              factLabel={factLabel}
              evidenceWords={evidenceWords}
            />
          </Panel>
        </div>
        <div className={classes.column}>
          <Missing advice={advice} base={base} />
          <Decisions advice={advice} today={today} />
          <Reviews patientId={view.patient.id} reviews={view.reviews} />
          <Attachments patientId={view.patient.id} files={view.attachments} />
          <Panel title={words.timeline}>
            <Timeline items={view.timeline} />
          </Panel>
        </div>
      </div>
    </Page>
  )
}
