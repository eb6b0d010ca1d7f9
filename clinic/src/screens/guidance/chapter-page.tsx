import { Link, useParams } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { ConditionWords } from '../../pieces/condition-words.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { decisionTitle, ownerWords } from '../../words/clinical.ts'
import classes from './book.module.css'
import { checkWords } from './book.ts'
import { alertsIn, chapterIds, checksIn, conflictsIn, isStone, stepsIn, topicsIn } from './chapters.ts'
import { Cites } from './cites.tsx'
import { ConflictCard } from './conflicts.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { toTopic } from './search.ts'
import { Touches } from './touches.tsx'
import { useHash } from './use-hash.ts'
import { words } from './words.ts'

/** One chapter: its decisions, the steps it asks for, its alerts, and where its sources disagree. */
export function ChapterPage() {
  const { id = '' } = useParams()
  useHash()
  const chapter = chapterIds.find((one) => one === id)
  if (chapter === undefined) return <NoSuchPage />
  const here = topicsIn(chapter)
  const stones = here.filter(isStone)
  const steps = stepsIn(chapter)
  const alerts = alertsIn(chapter)
  const checks = checksIn(chapter)
  return (
    <Page
      title={words.chapter(chapterIds.indexOf(chapter) + 1, words.chapters[chapter].title)}
      lead={words.chapters[chapter].text}
    >
      <div className={classes.grid}>
        {here
          .filter((topic) => !isStone(topic))
          .map((topic) => (
            <section key={topic.id} className={classes.card} aria-label={decisionTitle(topic.id)}>
              <h2>
                <Link to={toTopic(topic.id)}>{decisionTitle(topic.id)}</Link>
              </h2>
              <p>{topic.asks}</p>
              <Touches topic={topic.id} />
            </section>
          ))}
      </div>
      {stones.length > 0 && (
        <Panel title={words.stones}>
          <p className={classes.soft}>{words.stonesText}</p>
          <div className={classes.row}>
            {stones.map((topic) => (
              <Link key={topic.id} to={toTopic(topic.id)}>
                {topic.id}
              </Link>
            ))}
          </div>
        </Panel>
      )}
      {steps.length > 0 && (
        <Panel title={words.steps}>
          {steps.map((step) => (
            <div key={step.id} id={`step-${step.id}`} className={classes.step}>
              <strong>{step.label}</strong> <span className={classes.rank}>{words.owner(ownerWords(step.owner))}</span>
              <p className={classes.why}>
                {step.text} <Cites because={step.because} />
              </p>
              <details>
                <summary className={classes.rank}>
                  {words.when} · {step.rules.join(', ')}
                </summary>
                <ConditionWords of={step.when} />
              </details>
            </div>
          ))}
        </Panel>
      )}
      {alerts.length > 0 && (
        <Panel title={words.alerts}>
          {alerts.map((alert) => (
            <div key={alert.id} id={`step-${alert.id}`} className={classes.step}>
              <strong>{words.severity[alert.severity]}.</strong> {alert.text} <Cites because={alert.because} />
              <details>
                <summary className={classes.rank}>
                  {words.when} · {alert.rules.join(', ')}
                </summary>
                <ConditionWords of={alert.when} />
              </details>
            </div>
          ))}
        </Panel>
      )}
      {checks.length > 0 && (
        <Panel title={words.checks}>
          <p className={classes.soft}>{words.checksText}</p>
          {checks.map((check) => (
            <div key={check.id} id={`step-${check.id}`} className={classes.step}>
              <strong>{words.effects[check.effect]}.</strong> {checkWords(check)} <Cites because={check.because} />
              <details>
                <summary className={classes.rank}>
                  {words.when} · {check.id}
                </summary>
                <ConditionWords of={check.when} />
              </details>
            </div>
          ))}
        </Panel>
      )}
      {conflictsIn(chapter).map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} />
      ))}
    </Page>
  )
}
