import type { PlainValue } from '@facialis/wire'
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { factLabel, type Live, passagesOf } from '../../pathway.ts'
import { candidatesOf, decidedOf, detailText } from '../../patient/decided.ts'
import { GateLine } from '../../pieces/gate-line.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { answerWords, certaintyWords, decisionTitle } from '../../words/clinical.ts'
import { Alerts } from '../patient/alerts.tsx'
import { Differential } from './differential.tsx'
import classes from './evaluate.module.css'
import { examinationScreen, flagQuestions, questionsOf, redFlagScreen, stepIds } from './procedure.ts'
import { words } from './words.ts'

type LivePanelProps = Readonly<{
  live: Live
  behind: boolean
  /** What was answered and not saved; null when there is nothing. */
  unsaved: Readonly<Record<string, PlainValue>> | null
  today: string
  /** Null where nothing can be answered. */
  onGo: ((factId: string) => void) | null
}>

/** The advice beside the questions, moving with the answers. */
export function LivePanel({ live, behind, unsaved, today, onGo }: LivePanelProps) {
  // On a phone the questions come soon; what moves with them waits behind a press.
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  if (!live.ok) return <Notice tone="caution" title={live.problem.sentence} role="status" />
  const { advice } = live
  const phenotype = decidedOf(advice, 'phenotype')
  const certainty = detailText(phenotype, 'certainty')
  const gate = decidedOf(advice, 'botulinum')
  const next = advice.missing.find(({ fact }) => askedHere.has(fact) && !(fact in (unsaved ?? {})))
  const rest = (
    <div className={classes.rest}>
      <Differential candidates={candidatesOf(advice)} />
      {gate !== null && (
        <GateLine
          brief
          title={decisionTitle('botulinum')}
          gate={gate}
          today={today}
          passagesOf={passagesOf}
          factLabel={factLabel}
        />
      )}
    </div>
  )
  return (
    <aside className={classes.live} aria-label={words.live.title} data-behind={behind}>
      <div>
        <span className={classes.soft}>
          {unsaved === null ? words.live.saved : words.live.unsaved}
          {behind && ` · ${words.live.behind}`}
        </span>
        {phenotype !== null && (
          <p className={classes.answer} role="status">
            {answerWords(phenotype.answer)}{' '}
            {certainty !== null && (
              <span className={classes.soft}>({certaintyWords(phenotype.answer, certainty)})</span>
            )}
          </p>
        )}
      </div>
      {/* How fast somebody has to be seen hangs on what is being answered: it is said while they are still here. */}
      <Alerts alerts={advice.alerts.filter(({ severity }) => severity === 'critical')} today={today} />
      {onGo !== null && (
        <section>
          <span className={classes.soft}>{words.live.next}</span>
          {next === undefined ? (
            <p className={classes.soft}>{words.live.nothing}</p>
          ) : (
            <>
              <p className={classes.question}>{next.question}</p>
              <Button variant="default" size="xs" onClick={() => onGo(next.fact)}>
                {words.live.go}
              </Button>
            </>
          )}
        </section>
      )}
      {narrow ? (
        <details>
          <summary>{words.live.rest}</summary>
          {rest}
        </details>
      ) : (
        rest
      )}
    </aside>
  )
}

const askedHere = new Set([
  `screen.${redFlagScreen}`,
  `screen.${examinationScreen}`,
  ...stepIds.flatMap(questionsOf),
  ...flagQuestions,
])
