import type { Because, Decided, DetailValue, Passage } from '@facialis/language'
import { exceptionLabel } from '../pathway.ts'
import { answerWords, gateTone } from '../words/clinical.ts'
import { dateWords } from '../words/dates.ts'
import { shortList } from '../words/short-list.ts'
import classes from './gate-line.module.css'
import { type GroupedReason, groupReasons } from './group-reasons.ts'
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
  /** Fewer reasons at first sight, and not what may override. */
  brief?: boolean
}>

/** A gate in one place: icon, word, reasons with their passages, what would open it. */
export function GateLine({ title, gate, today, passagesOf, factLabel, brief = false }: GateLineProps) {
  const { opensOn, overridableBy, exceptions, confirmAtSession } = gate.detail
  const notes = [
    gate.missing.length > 0 && words.gate.missing(shortList(gate.missing.map(factLabel))),
    typeof opensOn === 'string' && words.gate.opens(dateWords(opensOn)),
    named(exceptions) !== '' && words.gate.exceptions(named(exceptions)),
    !brief && named(overridableBy) !== '' && words.gate.overridable(named(overridableBy)),
    list(confirmAtSession).length > 0 && words.gate.confirm(shortList(list(confirmAtSession).map(factLabel), 3)),
  ].filter((note) => note !== false)
  const told = groupReasons(gate.because)
  const reasons = (of: readonly GroupedReason[]) => (
    <ul className={classes.reasons}>
      {of.map(({ text, reasons: [first, ...more] }) => (
        <li key={`${first?.rule} ${text}`}>
          {first !== undefined && (
            <Reason
              because={{ ...first, text, passages: [...new Set([first, ...more].flatMap(({ passages }) => passages))] }}
              today={today}
              passagesOf={passagesOf}
            />
          )}
        </li>
      ))}
    </ul>
  )
  // Every reason is one press away; the first ones are what somebody can act on now.
  const most = gate.answer === 'permitted' ? 0 : brief ? 2 : 4
  const shown = told.length === most + 1 ? most + 1 : most
  const rest = told.slice(shown)
  return (
    <Notice
      tone={gateTone(gate.answer)}
      title={
        <>
          {title}: {answerWords(gate.answer)}
        </>
      }
    >
      {shown > 0 && reasons(told.slice(0, shown))}
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>{shown === 0 ? words.gate.allMet(rest.length) : words.gate.more(rest.length)}</summary>
          {reasons(rest)}
        </details>
      )}
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

/** Exceptions by their labels, however the gate tells them; marked off, for a label has its own commas. */
const named = (value: DetailValue | undefined): string =>
  (Array.isArray(value) ? (value as readonly DetailValue[]) : [])
    .map((item) =>
      typeof item === 'string'
        ? exceptionLabel(item)
        : typeof item === 'object' && item !== null && 'label' in item
          ? item.label
          : null,
    )
    .flatMap((item) => (typeof item === 'string' ? [words.gate.named(item)] : []))
    .join(', ')
