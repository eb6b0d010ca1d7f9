import type { Advice } from '@facialis/language'
import { useMediaQuery } from '@mantine/hooks'
import { factLabel, type Live, passagesOf } from '../../pathway.ts'
import { decidedOf } from '../../patient/decided.ts'
import { GateLine } from '../../pieces/gate-line.tsx'
import { Notice, toneIcons } from '../../pieces/notice.tsx'
import { answerWords, decisionTitle, ruleOutTone } from '../../words/clinical.ts'
import { consequences } from './consequence.ts'
import classes from './imaging.module.css'
import { words } from './words.ts'

type ConsequencePanelProps = Readonly<{ now: Advice; live: Live; behind: boolean; today: string }>

const shown = 5

/** The four rule-outs and the gate as they would be after saving, with what would still be missing by name. */
export function ConsequencePanel({ now, live, behind, today }: ConsequencePanelProps) {
  // On a phone the form comes soon; what it would change waits behind a press.
  const narrow = useMediaQuery('(max-width: 64em)', false, { getInitialValueInEffect: false })
  if (!live.ok) return <Notice tone="caution" title={live.problem.sentence} role="status" />
  const gate = decidedOf(live.advice, 'botulinum')
  const working = behind && <span className={classes.soft}> {words.consequence.behind}</span>
  const body = (
    <>
      <ul>
        {consequences(now, live.advice).map(({ id, before, after, because, missing }, index, all) => {
          const tone = ruleOutTone(after)
          const Icon = toneIcons[tone]
          const why = reason(after, because, missing)
          const previous = all[index - 1]
          const isSame = previous !== undefined && why === reason(previous.after, previous.because, previous.missing)
          return (
            <li key={id}>
              <span className={classes.outcome} data-tone={tone}>
                <Icon size={16} aria-hidden />
                <b>{decisionTitle(id)}</b>
                <span>
                  {before === after
                    ? words.consequence.same(answerWords(after))
                    : words.consequence.becomes(answerWords(before), answerWords(after))}
                </span>
              </span>
              {why !== '' && <span className={classes.because}>{isSame ? words.consequence.likewise : why}</span>}
            </li>
          )
        })}
      </ul>
      {gate !== null && (
        <GateLine
          brief
          title={words.consequence.gate}
          gate={{ ...gate, missing: [], detail: {} }}
          today={today}
          passagesOf={passagesOf}
          factLabel={factLabel}
        />
      )}
    </>
  )
  return (
    <aside className={classes.consequence} aria-label={words.consequence.title} data-behind={behind}>
      {narrow ? (
        <details>
          <summary>
            {words.consequence.title}
            {gate !== null && `: ${words.consequence.gate.toLowerCase()} ${answerWords(gate.answer).toLowerCase()}`}
            {working}
          </summary>
          {body}
        </details>
      ) : (
        <>
          <h2>
            {words.consequence.title}
            {working}
          </h2>
          {body}
        </>
      )}
    </aside>
  )
}

const reason = (after: string, because: string | null, missing: readonly string[]): string =>
  [
    because === null ? '' : after === 'open' ? words.consequence.open(lower(because)) : because,
    missing.length > 0 ? sentence(words.consequence.missing(few(missing))) : '',
  ]
    .filter((part) => part !== '')
    .join(' ')

const few = (facts: readonly string[]): string => {
  const first = facts.slice(0, shown).map(factLabel).join(', ')
  return facts.length > shown ? `${first} ${words.consequence.more(facts.length - shown)}` : first
}
const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
