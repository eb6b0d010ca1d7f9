import type { Advice } from '@facialis/language'
import { mayState } from '@facialis/wire'
import { useMe } from '../../api/queries.ts'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { Panel } from '../../pieces/panel.tsx'
import { plainWords } from '../../words/plain-words.ts'
import { NotedFields } from '../follow-up/noted-fields.tsx'
import { answersIn, isEmpty, noteIn, nothingTyped, readTyped } from '../follow-up/typed.ts'
import classes from './surgery.module.css'
import { words } from './words.ts'
import { workUpLines } from './work-up-lines.ts'

/** The part of this screen where an audiogram is recorded, on the lists before an operation or by itself. */
export const audiogramPart = 'audiogram'

/** The first line of the lists before an operation that asks for it; null where no list does. */
export const lineForAudiogram = (advice: Advice): string | null =>
  workUpLines(advice).find(({ asks }) => asks.includes('audiogram'))?.id ?? null

/** Hearing is measured for a red flag and after an operation as well as before one. */
export function Audiogram() {
  const { view, recorded } = useOpenPatient()
  const me = useMe().data
  const draft = useDraft(`patient.${view.patient.id}.audiogram`, nothingTyped, readTyped)
  const acting = useAct(view.patient.id)
  const typed = draft.content
  const facts = answersIn(typed)
  const note = noteIn(typed).trim()
  const fact = factOf('audiogram')
  const last = recorded.fact('audiogram')
  const save = async () => {
    const outcome = await acting.act(
      {
        kind: 'score',
        date: view.today,
        facts,
        ...(note === '' ? {} : { note }),
      },
      words.saved,
    )
    if (!outcome.ok) return
    await draft.discard()
  }
  return (
    <Panel id={audiogramPart} title={words.audiogram.title}>
      <p className={classes.soft}>
        {words.audiogram.text}{' '}
        {fact !== null && last !== null && last.value !== null && words.audiogram.last(plainWords(fact, last.value))}
      </p>
      {me !== undefined && !mayState(me.records.score?.facts ?? [], 'audiogram') ? (
        <p className={classes.soft}>{words.audiogram.who}</p>
      ) : (
        <NotedFields
          ids={['audiogram']}
          draft={draft}
          acting={acting}
          problemAt={acting.problemAtFact}
          today={view.today}
          words={words.audiogram}
          ready={!isEmpty(facts)}
          onSave={() => void save()}
        />
      )}
    </Panel>
  )
}
