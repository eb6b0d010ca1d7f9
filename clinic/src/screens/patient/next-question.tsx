import type { Advice, MissingFact } from '@facialis/language'
import { mayState } from '@facialis/wire'
import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factOf } from '../../pathway.ts'
import { useRecords } from '../../patient/for-who-records.tsx'
import { holdsOf } from '../../patient/holds.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { actKindAt, samePart, targetAddress, targetOf, targetOfStep } from '../../patient/screen-target.ts'
import { useAct } from '../../patient/use-act.ts'
import { words as patientWords } from '../../patient/words.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import type { FieldValue } from '../../pieces/fact-value.ts'
import { Panel } from '../../pieces/panel.tsx'
import { capital } from '../../words/capital.ts'
import { decisionTitle, unknownWords, whoRecords } from '../../words/clinical.ts'
import { shortList } from '../../words/short-list.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

const shown = 4
const { holds } = patientWords

/** The question that would settle most, answered here where one word answers it; then the others. */
export function NextQuestion({ advice }: Readonly<{ advice: Advice }>) {
  const { view } = useOpenPatient()
  const me = useMe().data
  const mayAnswer = ({ fact: id }: MissingFact): boolean => {
    const fact = factOf(id)
    const isWord = fact !== null && fact.scope === 'patient' && (fact.type === 'yes-no' || fact.type === 'choice')
    return isWord && mayState(me?.records.visit?.facts ?? [], id)
  }
  // The first step says it already, with why and by when; here it would only be a second way to the same place.
  const [first] = advice.nextSteps
  const isTold = (missing: MissingFact) =>
    first?.missing.includes(missing.fact) &&
    samePart(targetOf(missing.fact), targetOfStep(first)) &&
    !mayAnswer(missing)
  const open = advice.missing.filter((missing) => !isTold(missing))
  const [best, ...others] = open
  if (best === undefined) return null
  return (
    <Panel title={open.length === advice.missing.length ? words.best : words.bestAfter}>
      {mayAnswer(best) ? <Answer key={best.fact} missing={best} /> : <Asked missing={best} />}
      {others.length > 0 && (
        <details className={classes.rest}>
          <summary>{words.more(others.length)}</summary>
          <ul className={classes.list}>
            {others.slice(0, shown).map((missing) => (
              <li key={missing.fact}>
                <Anchor
                  component={Link}
                  underline="always"
                  to={targetAddress(view.patient.id, targetOf(missing.fact))}
                  inherit
                >
                  {asked(missing)}
                </Anchor>
              </li>
            ))}
          </ul>
          {others.length > shown && <span className={classes.soft}>{words.more(others.length - shown)}</span>}
        </details>
      )}
    </Panel>
  )
}

/** A question that is answered on its own screen: the link lands on it. */
function Asked({ missing }: Readonly<{ missing: MissingFact }>) {
  const { view, recorded } = useOpenPatient()
  // What a scan waits for is said as the verdict says it: to be ordered, read, or acknowledged.
  const ways = holdsOf(view.advice, recorded).flatMap((hold) => hold.ways)
  const way = missing.fact === 'study' ? ways.find(({ place }) => place.screen === 'imaging') : undefined
  const place = way?.place ?? targetOf(missing.fact)
  const kind = actKindAt(place)
  const isTheirs = useRecords()(kind)
  return (
    <>
      <p className={classes.question}>{way?.label ?? asked(missing)}</p>
      <p className={classes.soft}>{way === undefined ? whyWords(missing) : capital(settledBy(missing))}</p>
      {isTheirs ? (
        <Button component={Link} variant="default" size="xs" mt="xs" to={targetAddress(view.patient.id, place)}>
          {words.answer}
        </Button>
      ) : (
        place.part !== 'studies' && <p className={classes.soft}>{words.verdict.others(whoRecords(kind))}</p>
      )}
    </>
  )
}

/** A question one word answers. It is chosen, then recorded: a slip of the finger is no statement. */
function Answer({ missing }: Readonly<{ missing: MissingFact }>) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [value, setValue] = useState<FieldValue>(undefined)
  const fact = factOf(missing.fact)
  if (fact === null) return null
  const save = async () => {
    if (value === undefined) return
    await acting.act({ kind: 'visit', date: view.today, facts: { [missing.fact]: value } }, words.answered)
  }
  return (
    <>
      <FactField
        fact={fact}
        question={missing.question}
        value={value}
        onChange={setValue}
        note={whyWords(missing)}
        problem={acting.problemAtFact(missing.fact)}
        without={'judged' in fact ? (fact.judged?.words ?? []) : []}
      />
      {acting.problem !== null && acting.problemAtFact(missing.fact) === undefined && (
        <ErrorPanel problem={acting.problem} />
      )}
      {value !== undefined && (
        <Button size="xs" mt="xs" loading={acting.saving} onClick={() => void save()}>
          {words.record}
        </Button>
      )}
    </>
  )
}

/** The question; a whole list by its own short name. */
const asked = ({ fact, question }: MissingFact): string => holds.ways[fact] ?? question

/** Why it is open, and what it would decide. */
const whyWords = (missing: MissingFact): string =>
  [capital(unknownWords[missing.why]), settledBy(missing)].filter((part) => part !== '').join('; ')

const settledBy = ({ settles }: MissingFact): string =>
  settles.length === 0 ? '' : words.settles(shortList(settles.map(titled), 2))

const titled = (id: string): string => decisionTitle(id).toLowerCase()
