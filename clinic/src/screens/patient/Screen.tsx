import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useMe } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { factLabel, passagesOf, reachedStages } from '../../pathway.ts'
import { decidedOf, detailList, detailText } from '../../patient/decided.ts'
import { useRecords } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { RuleOuts } from '../../patient/rule-outs.tsx'
import { actKindAt, isSessionToCome, isToCome, targetAddress, targetOfStep } from '../../patient/screen-target.ts'
import { LifeLane } from '../../pieces/life-lane.tsx'
import { NextSteps } from '../../pieces/next-steps.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { PathwayLine } from '../../pieces/pathway-line.tsx'
import { Timeline } from '../../pieces/timeline.tsx'
import columns from '../../pieces/two-columns.module.css'
import { dateWords } from '../../words/dates.ts'
import { Alerts, ForInformation } from './alerts.tsx'
import { Attachments } from './attachments.tsx'
import { Decisions } from './decisions.tsx'
import { FirstVisit, firstVisitId } from './first-visit.tsx'
import { FollowsVersion } from './follows-version.tsx'
import { laneMarks, laneScore } from './lane-marks.ts'
import { NextQuestion } from './next-question.tsx'
import classes from './patient.module.css'
import { Reach, reachId } from './reach.tsx'
import { Reviews } from './reviews.tsx'
import { Verdict } from './verdict.tsx'
import { words } from './words.ts'

/** One person at a glance: what may be done, where they stand, what is excluded, what is next, what happened. */
export function Screen() {
  const { view, recorded } = useOpenPatient()
  const { advice, today, patient } = view
  const records = useRecords()
  const roles = useMe().data?.account?.roles ?? []
  const [examines, injects] = [records('visit'), records('toxin-session')]
  const stage = decidedOf(advice, 'stage')
  const reached = useMemo(() => reachedStages(view), [view])
  return (
    <Page
      title={words.title}
      actions={
        advice.holdsUntil !== null && (
          <Text size="xs" c="dimmed">
            {words.holds(dateWords(advice.holdsUntil))}
          </Text>
        )
      }
    >
      <Alerts alerts={advice.alerts} today={today} />
      <FollowsVersion patientId={patient.id} follows={view.follows} />
      <Verdict />
      {stage !== null && (
        <section className={classes.strip} aria-label={words.line}>
          <PathwayLine
            stage={stage.answer}
            also={detailList(stage, 'also')}
            since={detailText(stage, 'since')}
            reached={reached}
          />
        </section>
      )}
      <section aria-label={words.ruleOuts}>
        <RuleOuts />
      </section>
      <div className={columns.columns}>
        <div className={columns.column}>
          <Panel title={words.next}>
            <NextSteps
              steps={advice.nextSteps}
              today={today}
              passagesOf={passagesOf}
              factLabel={factLabel}
              wayTo={(step) => {
                const place = targetOfStep(step)
                const isVisit = !examines && isToCome(step)
                if (isVisit && view.firstVisit !== null)
                  return {
                    address: `#${firstVisitId}`,
                    label: (view.firstVisit.on ?? '') < today ? words.firstVisit.go : words.firstVisit.goMove,
                    screen: firstVisitId,
                  }
                const isOthers = !records(actKindAt(place))
                // What is theirs to arrange and somebody else’s to record is arranged by telephone.
                const isToArrange = isOthers && roles.some((role) => role === step.owner)
                if (isVisit || (!injects && isSessionToCome(step)) || isToArrange)
                  return { address: `#${reachId}`, label: words.reach.go, screen: reachId }
                return {
                  address: targetAddress(patient.id, place),
                  label: words.screens[place.screen],
                  screen: place.screen,
                  isOthers,
                }
              }}
            />
          </Panel>
          <ForInformation alerts={advice.alerts} today={today} />
        </div>
        <div className={columns.column}>
          <NextQuestion advice={advice} />
          <Decisions advice={advice} today={today} />
          <FirstVisit view={view} />
          <Reach view={view} />
          <Reviews patientId={patient.id} reviews={view.reviews} />
          <Attachments patientId={patient.id} files={view.attachments} />
        </div>
      </div>
      <Panel title={words.timeline}>
        <LifeLane marks={laneMarks(recorded)} score={laneScore(recorded)} today={today} />
        <Timeline items={view.timeline} />
      </Panel>
    </Page>
  )
}
