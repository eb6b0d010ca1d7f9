import type { Advice } from '@facialis/language'
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { screenOf } from '../../patient/screen-of-step.ts'
import { Panel } from '../../pieces/panel.tsx'
import { decisionTitle, unknownWords } from '../../words/clinical.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

const shown = 6

/** The question that would settle most, then the others. */
export function Missing({ advice, base }: Readonly<{ advice: Advice; base: string }>) {
  const [best, ...others] = advice.missing
  return (
    <Panel title={words.missing}>
      {best === undefined ? (
        <span className={classes.soft}>{words.missingNone}</span>
      ) : (
        <>
          <span className={classes.soft}>{words.best}</span>
          <p className={classes.question}>{best.question}</p>
          <p className={classes.soft}>
            {unknownWords[best.why]}
            {best.settles.length > 0 && `; ${words.settles(best.settles.map(decisionTitle).join(', '))}`}
          </p>
          <Anchor component={Link} to={`${base}/${screenOf([best.fact])}?ask=${encodeURIComponent(best.fact)}`}>
            {words.answer}
          </Anchor>
          {others.length > 0 && (
            <ul className={classes.list}>
              {others.slice(0, shown).map((missing) => (
                <li key={missing.fact}>
                  {missing.question} <span className={classes.soft}>{unknownWords[missing.why]}</span>
                </li>
              ))}
            </ul>
          )}
          {others.length > shown && <span className={classes.soft}>{words.more(others.length - shown)}</span>}
        </>
      )}
    </Panel>
  )
}
