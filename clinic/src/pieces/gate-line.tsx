import type { Because, Decided, DetailValue, Passage } from '@facialis/language'
import { answerWords, gateTone } from '../words/clinical.ts'
import { dateWords } from '../words/dates.ts'
import classes from './gate-line.module.css'
import { Notice } from './notice.tsx'
import { PassageButton } from './passage-button.tsx'
import { words } from './words.ts'

type GateLineProps = Readonly<{
  /** What the gate guards, e.g. "Botulinum toxin". */
  title: string
  gate: Decided
  today: string
  passagesOf: (ids: readonly string[]) => readonly Passage[]
  factLabel: (id: string) => string
  /** Leaves out what is still needed and what may override. */
  brief?: boolean
}>

/** A gate in one place: icon, word, reasons with their passages, what would open it. */
export function GateLine({ title, gate, today, passagesOf, factLabel, brief = false }: GateLineProps) {
  const { opensOn, overridableBy, exceptions, confirmAtSession } = gate.detail
  const notes = [
    gate.missing.length > 0 && words.gate.missing(gate.missing.map(factLabel).join(', ')),
    typeof opensOn === 'string' && words.gate.opens(dateWords(opensOn)),
    named(exceptions) !== '' && words.gate.exceptions(named(exceptions)),
    !brief && named(overridableBy) !== '' && words.gate.overridable(named(overridableBy)),
    list(confirmAtSession).length > 0 && words.gate.confirm(list(confirmAtSession).map(factLabel).join(', ')),
  ].filter((note) => note !== false)
  return (
    <Notice
      tone={gateTone(gate.answer)}
      title={
        <>
          {title}: {answerWords(gate.answer)}
        </>
      }
    >
      <ul className={classes.reasons}>
        {gate.because.map((because) => (
          <li key={`${because.rule} ${because.text}`}>
            <Reason because={because} today={today} passagesOf={passagesOf} />
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </Notice>
  )
}

type ReasonProps = Readonly<{ because: Because; today: string; passagesOf: GateLineProps['passagesOf'] }>

/** One reason of an answer, with the passage one press away. */
export const Reason = ({ because, today, passagesOf }: ReasonProps) => (
  <>
    {because.text} <PassageButton passages={passagesOf(because.passages)} today={today} />
    {because.unverified === true && <span className={classes.unverified}> {words.gate.unverified}</span>}
  </>
)

const list = (value: DetailValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** Codes and labels of exceptions, however the gate tells them. */
const named = (value: DetailValue | undefined): string =>
  (Array.isArray(value) ? (value as readonly DetailValue[]) : [])
    .map((item) =>
      typeof item === 'string'
        ? item
        : typeof item === 'object' && item !== null && 'label' in item
          ? item.label
          : null,
    )
    .filter((item) => typeof item === 'string')
    .join(', ')
