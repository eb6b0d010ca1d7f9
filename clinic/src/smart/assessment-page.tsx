import { mayBeForbidden } from '@facialis/fhir/cards/index.ts'
import { Button } from '@mantine/core'
import { Page } from '../frame/page.tsx'
import { factLabel, passagesOf, pathway, reachedStages } from '../pathway.ts'
import { decidedOf, detailList, detailText } from '../patient/decided.ts'
import { IdentityHeader } from '../patient/identity-header.tsx'
import { RuleOutsOf } from '../patient/rule-outs-of.tsx'
import { NextSteps } from '../pieces/next-steps.tsx'
import { Notice } from '../pieces/notice.tsx'
import { Panel } from '../pieces/panel.tsx'
import { PathwayLine } from '../pieces/pathway-line.tsx'
import columns from '../pieces/two-columns.module.css'
import { recordedOn } from '../recorded.ts'
import { Alerts, ForInformation } from '../screens/patient/alerts.tsx'
import { Decisions } from '../screens/patient/decisions.tsx'
import classesOfPatient from '../screens/patient/patient.module.css'
import { dateWords, momentWords } from '../words/dates.ts'
import { inside } from '../words/phrases.ts'
import { isSignedOut, type RecordAssessment } from './assess-record.ts'
import { BestQuestion } from './best-question.tsx'
import { smartPath } from './entry-point.ts'
import { FactsUsed } from './facts-used.tsx'
import { Gates } from './gates.tsx'
import type { Stopped } from './outcome.ts'
import type { Reload } from './run-app.ts'
import classes from './smart.module.css'
import { stops, words } from './words.ts'

/** Where one person of another system stands, as far as their record could be read. */
export function AssessmentPage({ assessment, reload }: Readonly<{ assessment: RecordAssessment; reload: Reload }>) {
  const { advice, today, issuer, gaps } = assessment
  const stage = decidedOf(advice, pathway.stage.id)
  const recorded = recordedOn(assessment)
  const side = recorded.fact('hfs.side')?.value
  const isOpenToDoubt = (id: string) => {
    const [decision, decided] = [pathway.decisions.find((one) => one.id === id), decidedOf(advice, id)]
    return decision !== undefined && decided !== null && mayBeForbidden(decision, decided, gaps)
  }
  return (
    <Page
      title={words.title}
      actions={
        <Button variant="default" size="xs" loading={reload.isReading} onClick={reload.read}>
          {words.again}
        </Button>
      }
    >
      <IdentityHeader
        patient={{
          ...assessment.person,
          side: side === 'left' || side === 'right' || side === 'both' ? side : null,
          interpreter: null,
          phone: null,
        }}
        today={today}
      />
      <ul className={classes.stand}>
        <li>{words.read(issuer.name, momentWords(assessment.at, assessment.zone))}</li>
        <li>{words.newest(assessment.newest === null ? null : dateWords(assessment.newest))}</li>
        <li>{words.version(advice.version, advice.status)}</li>
        <li>{words.holds(advice.holdsUntil === null ? null : dateWords(advice.holdsUntil))}</li>
      </ul>
      <NotReadAgain assessment={assessment} failed={reload.failed} />
      {gaps.length > 0 && (
        <Notice tone="caution" title={words.gaps.title} role="note">
          <p>{words.gaps.text}</p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.words}>{words.gaps.line(gap.words, gap.why)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!assessment.isConcerned && (
        <Notice tone="notice" title={words.notConcerned.title(pathway.title)} role="note">
          {words.notConcerned.text}
        </Notice>
      )}
      <Alerts alerts={advice.alerts} today={today} />
      <Gates assessment={assessment} />
      {stage !== null && (
        <section className={classesOfPatient.strip} aria-label={words.line}>
          <PathwayLine
            stage={stage.answer}
            also={detailList(stage, 'also')}
            since={detailText(stage, 'since')}
            reached={reachedStages(assessment)}
          />
        </section>
      )}
      <Panel title={words.ruleOuts}>
        <RuleOutsOf advice={advice} today={today} recorded={recorded} isOpenToDoubt={isOpenToDoubt} />
      </Panel>
      <div className={columns.columns}>
        <div className={columns.column}>
          <Panel title={words.next}>
            <NextSteps steps={advice.nextSteps} today={today} passagesOf={passagesOf} factLabel={factLabel} />
          </Panel>
          <FactsUsed facts={assessment.facts} />
        </div>
        <div className={columns.column}>
          <BestQuestion missing={advice.missing} />
          <Decisions advice={advice} today={today} isOpenToDoubt={isOpenToDoubt} />
          <ForInformation alerts={advice.alerts} today={today} />
          <Panel title={words.sources}>
            <p>{assessment.read}</p>
            <p>{words.nothingWritten(issuer.name)}</p>
            {assessment.mayWrite && <p>{words.writesUnused(issuer.name)}</p>}
          </Panel>
        </div>
      </div>
    </Page>
  )
}

/** Says that what stands here is no newer than it was, and how to go on; nothing of it is lost meanwhile. */
function NotReadAgain({ assessment, failed }: Readonly<{ assessment: RecordAssessment; failed: Stopped | null }>) {
  const isOver = failed?.stop === 'signed-out' || (failed === null && assessment.gaps.some(isSignedOut))
  if (failed === null && !isOver) return null
  const [title, text] = stops[failed?.stop ?? 'signed-out']
  return (
    <Notice tone="caution" title={failed === null ? title : `${words.notAgain.title}: ${inside(title)}`} role="alert">
      <p>{text(failed?.about ?? assessment.issuer.name)}</p>
      <p>{words.notAgain.text(momentWords(assessment.at, assessment.zone))}</p>
      {isOver && (
        <Button component="a" href={smartPath} target="_blank" rel="noopener" variant="default" size="xs">
          {words.notAgain.signIn}
        </Button>
      )}
    </Notice>
  )
}
