import type { PlainValue } from '@facialis/wire'
import { Button } from '@mantine/core'
import { factLabel, type Live, passagesOf, screenOf } from '../../pathway.ts'
import { candidatesOf, decidedOf, detailText } from '../../patient/decided.ts'
import { GateLine } from '../../pieces/gate-line.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { answerWords, decisionTitle } from '../../words/clinical.ts'
import { Differential } from './differential.tsx'
import classes from './evaluate.module.css'
import { procedure, redFlagScreen } from './procedure.ts'
import { words } from './words.ts'

type LivePanelProps = Readonly<{
  live: Live
  behind: boolean
  unsaved: Readonly<Record<string, PlainValue>>
  today: string
  onGo: (factId: string) => void
}>

/** The advice beside the questions, moving with the answers. */
export function LivePanel({ live, behind, unsaved, today, onGo }: LivePanelProps) {
  if (!live.ok) return <Notice tone="caution" title={live.problem.sentence} role="status" />
  const { advice } = live
  const phenotype = decidedOf(advice, 'phenotype')
  const certainty = detailText(phenotype, 'certainty')
  const gate = decidedOf(advice, 'botulinum')
  const next = advice.missing.find(({ fact }) => isAskedHere(fact) && !(fact in unsaved))
  return (
    <aside className={classes.live} aria-label={words.live.title} data-behind={behind}>
      <div className={classes.so}>
        <span className={classes.soft}>
          {Object.keys(unsaved).length > 0 ? words.live.unsaved : words.live.saved}
          {behind && ` · ${words.live.behind}`}
        </span>
        {phenotype !== null && (
          <p className={classes.answer} role="status">
            {answerWords(phenotype.answer)}
            {certainty !== null && <span className={classes.soft}> {answerWords(certainty).toLowerCase()}</span>}
          </p>
        )}
      </div>
      <section className={classes.next}>
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
      <Differential candidates={candidatesOf(advice)} />
      {gate !== null && (
        <div className={classes.gate}>
          <GateLine
            brief
            title={decisionTitle('botulinum')}
            gate={gate}
            today={today}
            passagesOf={passagesOf}
            factLabel={factLabel}
          />
        </div>
      )}
    </aside>
  )
}

const askedHere = new Set([
  ...Object.values(procedure).flat(),
  ...(screenOf(redFlagScreen)?.facts ?? []).map((fact) => fact.id),
])
const isAskedHere = (fact: string): boolean => askedHere.has(fact)
