import type { Passage } from '@facialis/language'
import { Link, useParams } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { passageOf, pathway } from '../../pathway.ts'
import { Panel } from '../../pieces/panel.tsx'
import classes from './book.module.css'
import { type Use, usesOfPassage } from './book.ts'
import { chapterOfRules } from './chapters.ts'
import { NoSuchPage } from './no-such-page.tsx'
import { toConflict, toNumber, toPassage, toRule, toStep, toTopic } from './search.ts'
import { SourceText } from './source.tsx'
import { words } from './words.ts'

/** One passage, and everything that rests on it. */
export function PassagePage({ today }: Readonly<{ today: string }>) {
  const { id = '' } = useParams()
  const passage = passageOf(id)
  if (passage === null) return <NoSuchPage />
  const uses = usesOfPassage(id)
  const others = pathway.passages.filter((one) => one.source.id === passage.source.id && one.id !== id)
  return (
    <Page title={words.passage.title(id)} lead={passage.normative ? words.passage.normative : words.passage.background}>
      <div className={classes.card}>
        <SourceText passage={passage} today={today} />
      </div>
      <Panel title={words.passage.uses}>
        {uses.length === 0 && <p className={classes.soft}>{words.passage.unused}</p>}
        <ul className={classes.links}>
          {uses.map((use) => (
            <li key={`${use.kind} ${use.id}`}>
              <span className={classes.kind}>{words.passage.kinds[use.kind]}</span>
              <Link to={placeOf(use)}>{use.label}</Link>{' '}
              {use.kind === 'topic' &&
                use.lines.map((line) => (
                  <Link key={line} to={toRule(use.id, line)} className={classes.cite}>
                    {line}
                  </Link>
                ))}
            </li>
          ))}
        </ul>
      </Panel>
      {others.length > 0 && (
        <Panel title={words.passage.source}>
          <div className={classes.row}>
            {others.map((other) => (
              <OtherPassage key={other.id} passage={other} />
            ))}
          </div>
        </Panel>
      )}
    </Page>
  )
}

const OtherPassage = ({ passage }: Readonly<{ passage: Passage }>) => (
  <Link to={toPassage(passage.id)} className={classes.cite}>
    {passage.id}
  </Link>
)

export function placeOf(use: Use): string {
  switch (use.kind) {
    case 'topic':
      return toTopic(use.id)
    case 'number':
      return toNumber(use.id)
    case 'conflict':
      return toConflict(use.id)
    case 'step':
    case 'alert':
    case 'check':
      return toStep(chapterOfRules(use.lines), use.id)
    default:
      return use.kind satisfies never
  }
}
