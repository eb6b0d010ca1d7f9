import { Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { pathway } from '../../pathway.ts'
import { ConditionWords } from '../../pieces/condition-words.tsx'
import { decisionTitle } from '../../words/clinical.ts'
import classes from './book.module.css'
import {
  factsBehind,
  judgementsBehind,
  leadsTo,
  numbersBehind,
  passagesBehind,
  restsOn,
  rowsOf,
  termsOf,
} from './book.ts'
import { chapterOf, type Topic, topicOf } from './chapters.ts'
import { ConflictCard } from './conflicts.tsx'
import { isNumberOff } from './dose-off.ts'
import pages from './facing-pages.module.css'
import { NoSuchPage } from './no-such-page.tsx'
import { Rules } from './rules.tsx'
import { toChapter, toNumber, toTopic } from './search.ts'
import { SourceLine } from './source.tsx'
import { Touches } from './touches.tsx'
import { useHash } from './use-hash.ts'
import { words } from './words.ts'

/** A double page: the passages on the left, the rules on the right; below, what it leans on and leads to. */
export function DecisionPage({ today }: Readonly<{ today: string }>) {
  const { id = '' } = useParams()
  useHash()
  const topic = topicOf(id)
  if (topic === null) return <NoSuchPage />
  const chapter = chapterOf(topic.id)
  const passages = passagesBehind(topic)
  const judgements = judgementsBehind(topic)
  const rules = new Set(rowsOf(topic).map((row) => row.id))
  const conflicts = pathway.conflicts.filter((conflict) => conflict.rules.some((rule) => rules.has(rule)))
  return (
    <Page
      title={decisionTitle(topic.id)}
      lead={topic.asks}
      actions={
        <Button variant="default" size="xs" className={classes.screenOnly} onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <div className={classes.row}>
        {chapter !== null && <Link to={toChapter(chapter)}>{words.chapters[chapter].title}</Link>}
        <span className={pages.id}>{topic.id}</span>
      </div>
      <Touches topic={topic.id} />
      <div className={pages.spread}>
        <section className={pages.left} aria-label={words.page.left}>
          <h2>{words.page.left}</h2>
          {passages.length === 0 && <p className={classes.soft}>{words.page.noPassage}</p>}
          {passages.map((passage) => (
            <div key={passage.id} id={`passage-${passage.id}`} className={pages.source}>
              <SourceLine passage={passage} today={today} />
            </div>
          ))}
          {judgements.length > 0 && (
            <>
              <h3>{words.page.judgements}</h3>
              <ul>
                {judgements.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section className={pages.right} aria-label={words.page.right}>
          <h2>{words.page.right}</h2>
          <Rules topic={topic} />
          <Around topic={topic} />
        </section>
      </div>
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} />
      ))}
    </Page>
  )
}

/** Names and numbers the rules use, the facts they can ask for, and the neighbouring pages. */
function Around({ topic }: Readonly<{ topic: Topic }>) {
  const terms = termsOf(topic)
  const numbers = numbersBehind(topic)
  const facts = factsBehind(topic)
  return (
    <>
      {terms.length > 0 && (
        <details className={pages.more}>
          <summary>{words.page.terms}</summary>
          <dl className={pages.terms}>
            {terms.map(({ name, means }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <ConditionWords of={means} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {numbers.length > 0 && (
        <>
          <h3>{words.page.numbers}</h3>
          <ul className={classes.links}>
            {numbers.map((number) => (
              <li key={number.id}>
                <Link to={toNumber(number.id)}>{number.label}</Link>:{' '}
                {isNumberOff(number) ? words.policy.off : words.policy.amount(number.default, number.unit)}
              </li>
            ))}
          </ul>
        </>
      )}
      {facts.length > 0 && (
        <details className={pages.more}>
          <summary>{words.page.facts(facts.length)}</summary>
          <ul>
            {facts.map((fact) => (
              <li key={fact.id}>
                {fact.question} <span className={pages.id}>{fact.id}</span>
                {fact.unverified && <span className={classes.flag}> {words.page.unverified}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {(
        [
          [words.page.rests, restsOn(topic)],
          [words.page.leads, leadsTo(topic)],
        ] as const
      ).map(
        ([title, others]) =>
          others.length > 0 && (
            <div key={title}>
              <h3>{title}</h3>
              <div className={classes.row}>
                {others.map((other) => (
                  <Link key={other.id} to={toTopic(other.id)}>
                    {decisionTitle(other.id)}
                  </Link>
                ))}
              </div>
            </div>
          ),
      )}
    </>
  )
}
