import type { Decided, DetailValue, Passage } from '@facialis/language'
import { CircleCheckIcon, CircleDashedIcon, FlagIcon } from 'lucide-react'
import { ruleOutIds } from '../pathway.ts'
import { answerWords, decisionTitle, ruleOutTone } from '../words/clinical.ts'
import { PassageButton } from './passage-button.tsx'
import classes from './rule-out-ledger.module.css'
import { words } from './words.ts'

type RuleOutLedgerProps = Readonly<{
  /** The decisions by id; one that is not there is left out. */
  ruleOuts: Readonly<Record<string, Decided>>
  today: string
  passagesOf: (ids: readonly string[]) => readonly Passage[]
  factLabel: (id: string) => string
  /** One line for one piece of evidence, which the advice names by the id of its entry. */
  evidenceOf: (id: string) => string
  /** What a rule-out found, in words. */
  foundFor: (ruleOut: string) => readonly string[]
  /** Answers that rest on a record of which something could not be read. */
  isOpenToDoubt?: (ruleOut: string) => boolean
}>

const icons: Readonly<Record<string, typeof FlagIcon>> = { cleared: CircleCheckIcon, positive: FlagIcon }

/** The four rule-outs side by side: the answer, and the one line it rests on. */
export function RuleOutLedger(props: RuleOutLedgerProps) {
  const { ruleOuts, today, passagesOf, factLabel, evidenceOf, foundFor, isOpenToDoubt = () => false } = props
  return (
    <ul className={classes.tiles} aria-label={words.ledger.caption}>
      {ruleOutIds.map((id) => {
        const ruleOut = ruleOuts[id]
        if (ruleOut === undefined) return null
        const { evidence, reopenedBy } = ruleOut.detail
        const isDoubtful = isOpenToDoubt(id)
        const Icon = isDoubtful ? CircleDashedIcon : (icons[ruleOut.answer] ?? CircleDashedIcon)
        const because = ruleOut.because[0]
        const reopened = texts(reopenedBy)
        const found = ruleOut.answer === 'positive' ? foundFor(id) : []
        const studies = texts(evidence)
        return (
          <li key={id} className={classes.tile} data-tone={isDoubtful ? 'caution' : ruleOutTone(ruleOut.answer)}>
            <h3 className={classes.name}>{decisionTitle(id)}</h3>
            <p className={classes.answer}>
              <Icon size={20} aria-hidden />{' '}
              <span>
                {isDoubtful ? words.ledger.doubtful(answerWords(ruleOut.answer)) : answerWords(ruleOut.answer)}
              </span>
              {because !== undefined && (
                <span className={classes.source}>
                  <PassageButton passages={passagesOf(because.passages)} today={today} />
                </span>
              )}
            </p>
            <p className={classes.line}>
              {found.length > 0 && <b>{words.ledger.found(found.join(', '))} </b>}
              {studies.length > 0 ? studies.map(evidenceOf).join('; ') : (because?.text ?? words.ledger.none)}
              {reopened.length > 0 && ` ${words.ledger.reopened(reopened.map(factLabel).join(', '))}`}
            </p>
            {studies.length > 0 && ruleOut.answer !== 'cleared' && because !== undefined && (
              <p className={classes.line}>{because.text}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const texts = (value: DetailValue | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap((item: DetailValue) => texts(item)) : []
