import type { Decided } from '@facialis/language'
import { factLabel, passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import type { Recording } from '../../recorded.ts'
import type { Tone } from '../../words/clinical.ts'
import { answerWords } from '../../words/clinical.ts'
import { type Argument, argumentsOf } from './candidacy.ts'
import classes from './surgery.module.css'
import { words } from './words.ts'

const tones: Readonly<Record<string, Tone>> = { candidate: 'permitted', consider: 'notice' }
const few = 4

type CandidacyProps = Readonly<{ decided: Decided; recorded: Recording; today: string }>

/** Candidacy in one line, with both sides under it. */
export function CandidacyLine({ decided, recorded, today }: CandidacyProps) {
  const sides = argumentsOf(decided, recorded)
  return (
    <Notice tone={tones[decided.answer] ?? 'caution'} title={words.candidacy.line(answerWords(decided.answer))}>
      <div className={classes.sides}>
        <Side title={words.candidacy.for} list={sides.for} none={words.candidacy.noneFor} today={today} />
        <Side title={words.candidacy.against} list={sides.against} none={words.candidacy.noneAgainst} today={today} />
      </div>
      {sides.stands.length > 0 && <p className={classes.note}>{words.candidacy.stands(sides.stands.join(' · '))}</p>}
      {sides.unknown.length > 0 && (
        <p className={classes.note}>
          {words.candidacy.missing(
            sides.unknown.slice(0, few).map(factLabel).join(', '),
            Math.max(0, sides.unknown.length - few),
          )}
        </p>
      )}
    </Notice>
  )
}

type SideProps = Readonly<{ title: string; list: readonly Argument[]; none: string; today: string }>

const Side = ({ title, list, none, today }: SideProps) => (
  <section>
    <h2>{title}</h2>
    {list.length === 0 ? (
      <p className={classes.soft}>{none}</p>
    ) : (
      <ul className={classes.arguments}>
        {list.map(({ text, passages }) => (
          <li key={text}>
            {text} {passages.length > 0 && <PassageButton passages={passagesOf(passages)} today={today} />}
          </li>
        ))}
      </ul>
    )}
  </section>
)
