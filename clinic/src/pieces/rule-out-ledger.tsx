import type { Decided, DetailValue, Passage } from '@facialis/language'
import { answerWords, decisionTitle, ruleOutTone } from '../words/clinical.ts'
import { dateWords } from '../words/dates.ts'
import { toneIcons } from './notice.tsx'
import { PassageButton } from './passage-button.tsx'
import classes from './rule-out-ledger.module.css'
import { words } from './words.ts'

export const ruleOutIds = [
  'rule-out.tumour',
  'rule-out.vascular-malformation',
  'rule-out.demyelination',
  'rule-out.other-lesion',
] as const

type RuleOutLedgerProps = Readonly<{
  /** The decisions by id; one that is not there is left out. */
  ruleOuts: Readonly<Record<string, Decided>>
  today: string
  passagesOf: (ids: readonly string[]) => readonly Passage[]
  factLabel: (id: string) => string
  /** Words for one piece of evidence, which the advice names by the id of its entry. */
  evidenceWords?: (id: string) => string
}>

/** What has been excluded, on which evidence, read by whom, when, and whether that was enough. */
export function RuleOutLedger({ ruleOuts, today, passagesOf, factLabel, evidenceWords = plain }: RuleOutLedgerProps) {
  return (
    <div className={classes.frame}>
      <table className={classes.ledger}>
        <caption>{words.ledger.caption}</caption>
        <thead>
          <tr>
            {[
              words.ledger.question,
              words.ledger.answer,
              words.ledger.evidence,
              words.ledger.reader,
              words.ledger.date,
              words.ledger.adequacy,
            ].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {ruleOutIds.map((id) => {
          const ruleOut = ruleOuts[id]
          if (ruleOut === undefined) return null
          const { evidence, reader, date, adequacy, reopenedBy } = ruleOut.detail
          const Icon = toneIcons[ruleOutTone(ruleOut.answer)]
          const because = ruleOut.because[0]
          const reopened = texts(reopenedBy)
          const cells = [
            [words.ledger.evidence, texts(evidence).map(evidenceWords)],
            [words.ledger.reader, texts(reader).map(answerWords)],
            [words.ledger.date, texts(date).map(dateWords)],
            [words.ledger.adequacy, texts(adequacy).map(answerWords)],
          ] as const
          return (
            <tbody key={id}>
              <tr>
                <th scope="row">{decisionTitle(id)}</th>
                <td>
                  <span className={classes.answer} data-tone={ruleOutTone(ruleOut.answer)}>
                    <Icon size={16} aria-hidden /> {answerWords(ruleOut.answer)}
                  </span>
                </td>
                {cells.map(([label, found]) => (
                  <td key={label} data-label={label} data-empty={found.length === 0}>
                    {found.join(', ') || words.ledger.none}
                  </td>
                ))}
              </tr>
              <tr>
                <td colSpan={6} className={classes.because}>
                  {because !== undefined && (
                    <>
                      {because.text} <PassageButton passages={passagesOf(because.passages)} today={today} />
                    </>
                  )}
                  {reopened.length > 0 && ` ${words.ledger.reopened(reopened.map(factLabel).join(', '))}`}
                </td>
              </tr>
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

const plain = (id: string): string => id

const texts = (value: DetailValue | undefined): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap((item: DetailValue) => texts(item))
      : typeof value === 'number'
        ? [String(value)]
        : []
