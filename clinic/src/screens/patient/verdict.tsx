import type { Because, Decided, DetailValue } from '@facialis/language'
import { Anchor, Button } from '@mantine/core'
import { ArrowRightIcon } from 'lucide-react'
import { Link } from 'react-router'
import { exceptionLabel, passagesOf } from '../../pathway.ts'
import { decidedOf, detailText } from '../../patient/decided.ts'
import { useRecords } from '../../patient/for-who-records.tsx'
import { type Hold, holdsOf, type WayOut } from '../../patient/holds.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { actKindAt, targetAddress, targetOf } from '../../patient/screen-target.ts'
import { Reason } from '../../pieces/gate-line.tsx'
import { ruleOutsWords } from '../../pieces/group-reasons.ts'
import { toneIcons } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { answerWords, gateTone, whoRecords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { asksAtChair } from './at-chair.ts'
import classes from './verdict.module.css'
import { words } from './words.ts'

/** So many other holds are read at a glance; the rest wait behind a press. */
const atFirst = 3

/** May toxin be given, and if not: what holds it most, the one press that leads there, and what else holds it. */
export function Verdict() {
  const { view, recorded } = useOpenPatient()
  const records = useRecords()
  const { advice, today, patient } = view
  const gate = decidedOf(advice, 'botulinum')
  if (gate === null) return null
  const tone = gateTone(gate.answer)
  const Icon = toneIcons[tone]
  const [main, ...others] = holdsOf(advice, recorded)
  const named = new Set(main?.ways.map(({ label }) => label))
  const toAsk = asksAtChair(advice)
  const [first] = main?.ways ?? []
  const kind = first === undefined ? null : actKindAt(first.place)
  // Nobody is sent by a button to where they can only read.
  const isTheirs = kind === null || records(kind)
  const to = (way: WayOut) => targetAddress(patient.id, way.place)
  const list = (holds: readonly Hold[]) => (
    <ul className={classes.others}>
      {holds.map((hold) => (
        <li key={hold.reasons[0]?.rule}>
          <Held hold={hold} today={today} />{' '}
          <Ways ways={hold.ways.filter((way) => !named.has(way.label))} to={to} leads={false} />
        </li>
      ))}
    </ul>
  )
  return (
    <section className={classes.verdict} data-tone={tone} aria-label={words.verdict.title}>
      <Icon size={32} strokeWidth={1.75} aria-hidden className={classes.icon} />
      <div className={classes.body}>
        <h2 className={classes.answer}>
          {words.gate}: {answerWords(gate.answer)}
        </h2>
        {main !== undefined && (
          <div className={classes.main}>
            <p className={classes.why}>
              <Held hold={main} today={today} />
            </p>
            <Ways ways={main.ways} to={to} leads={isTheirs} />
            {!isTheirs && first?.place.part !== 'studies' && (
              <span className={classes.note}>{words.verdict.others(whoRecords(kind))}</span>
            )}
          </div>
        )}
        {gate.answer === 'caution' &&
          gate.because.map((because) => <Told key={because.rule} because={because} today={today} />)}
        {others.length > 0 && (
          <>
            <p className={classes.more}>{words.verdict.more(others.length)}</p>
            {list(others.slice(0, atFirst))}
            {others.length > atFirst && (
              <details className={classes.met}>
                <summary>{words.more(others.length - atFirst)}</summary>
                {list(others.slice(atFirst))}
              </details>
            )}
          </>
        )}
        {gate.answer === 'permitted' && gate.because.length > 0 && (
          <details className={classes.met}>
            <summary>{words.verdict.met(gate.because.length)}</summary>
            <ul className={classes.others}>
              {gate.because.map((because) => (
                <li key={`${because.rule} ${because.text}`}>
                  <Reason because={because} today={today} passagesOf={passagesOf} />
                </li>
              ))}
            </ul>
          </details>
        )}
        <Notes gate={gate} />
        {toAsk > 0 && (
          <p className={classes.note}>
            <Anchor component={Link} underline="always" to={targetAddress(patient.id, targetOf('screen.at-chair'))}>
              {words.verdict.atChair(toAsk)}
            </Anchor>
          </p>
        )}
      </div>
    </section>
  )
}

const Told = ({ because, today }: Readonly<{ because: Because; today: string }>) => (
  <p className={classes.why}>
    <Reason because={because} today={today} passagesOf={passagesOf} />
  </p>
)

/** Several reasons of one hold are one sentence: rule-outs by name, others by the first and how many more. */
function Held({ hold: { reasons }, today }: Readonly<{ hold: Hold; today: string }>) {
  const passages = [...new Set(reasons.flatMap((reason) => reason.passages))]
  const [first] = reasons
  if (first === undefined) return null
  return (
    <>
      {reasons.length === 1
        ? first.text
        : (ruleOutsWords(reasons) ?? words.verdict.alike(first.text, reasons.length - 1))}{' '}
      {first.until !== undefined && <b>{words.verdict.until(dateWords(first.until))} </b>}
      <PassageButton passages={passagesOf(passages)} today={today} />
    </>
  )
}

type WaysProps = Readonly<{ ways: readonly WayOut[]; to: (way: WayOut) => string; leads: boolean }>

/** What takes it away: the first as a button where it leads, the others as links. */
function Ways({ ways, to, leads }: WaysProps) {
  const [first, ...rest] = ways
  if (first === undefined) return null
  const link = (way: WayOut) => (
    <Anchor key={way.label} component={Link} underline="always" to={to(way)} inherit>
      {way.label}
    </Anchor>
  )
  return leads ? (
    <div className={classes.ways}>
      <Button
        component={Link}
        to={to(first)}
        classNames={{ root: classes.way ?? '', label: classes.wayLabel ?? '' }}
        rightSection={<ArrowRightIcon size={16} aria-hidden />}
      >
        {first.label}
      </Button>
      {rest.map(link)}
    </div>
  ) : (
    <span className={classes.waysOf}>{ways.map(link)}</span>
  )
}

/** When it opens by itself, and which exception stands or may be asked for. */
function Notes({ gate }: Readonly<{ gate: Decided }>) {
  const { view, recorded } = useOpenPatient()
  const opensOn = detailText(gate, 'opensOn')
  const inForce = valuesOf(gate.detail.exceptions).flatMap((one) => {
    if (typeof one !== 'object' || one === null || !('code' in one)) return []
    const ends = recorded.entries('exception').find(({ id }) => id === one.entry)?.fields['exception.expires']
    return [
      typeof ends === 'string'
        ? words.verdict.exceptionUntil(exceptionLabel(String(one.code)), dateWords(ends))
        : words.verdict.exception(exceptionLabel(String(one.code))),
    ]
  })
  const possible = valuesOf(gate.detail.overridableBy).filter((code) => typeof code === 'string')
  return (
    <>
      {opensOn !== null && <p className={classes.note}>{words.verdict.opens(dateWords(opensOn))}</p>}
      {inForce.map((text) => (
        <p key={text} className={classes.note}>
          <b>{text}</b>
        </p>
      ))}
      {inForce.length === 0 && possible.length > 0 && (
        <p className={classes.note}>
          {words.verdict.possible}{' '}
          <Anchor
            component={Link}
            underline="always"
            to={targetAddress(view.patient.id, targetOf('exception'))}
            inherit
          >
            {possible.map(exceptionLabel).join('; ')}
          </Anchor>
        </p>
      )}
    </>
  )
}

const valuesOf = (value: DetailValue | undefined): readonly DetailValue[] =>
  Array.isArray(value) ? (value as readonly DetailValue[]) : []
