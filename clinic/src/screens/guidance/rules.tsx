import type { Decision } from '@facialis/language'
import { Text } from '@mantine/core'
import { factLabel, factOf } from '../../pathway.ts'
import { ConditionWords } from '../../pieces/condition-words.tsx'
import { capital } from '../../words/capital.ts'
import { answerWords, decisionTitle, gateTone, ruleOutTone, urgencyWords } from '../../words/clinical.ts'
import { Answers } from './answers.tsx'
import classes from './book.module.css'
import { type Row, rowsOf } from './book.ts'
import type { Topic } from './chapters.ts'
import { Cites } from './cites.tsx'
import { words } from './words.ts'

/** The right-hand page: the lines of a topic in the order in which they are tried. */
export function Rules({ topic }: Readonly<{ topic: Topic }>) {
  const rows = rowsOf(topic)
  const lines = rows.filter((row) => row.kind !== 'exception')
  return (
    <>
      <p className={classes.soft}>{manner(topic)}</p>
      {topic.kind === 'decision' && topic.body.kind !== 'fold' && (
        <>
          <h3>{words.page.answers}</h3>
          <Answers decision={topic} />
        </>
      )}
      <ol className={classes.rules}>
        {topic.kind === 'ranking'
          ? topic.candidates.map((candidate) => <CandidateLine key={candidate.id} candidate={candidate} />)
          : lines.map((row, rank) => (
              <Line
                key={`${row.kind} ${row.id} ${row.text}`}
                row={row}
                rank={rank + 1}
                beside={topic.kind === 'collection' ? urgencyOf(topic, row.id) : null}
              />
            ))}
      </ol>
      {topic.kind === 'decision' && <Exceptions decision={topic} />}
    </>
  )
}

function manner(topic: Topic): string {
  if (topic.kind === 'ranking') return words.page.ranking
  if (topic.kind === 'collection') return words.page.list
  switch (topic.body.kind) {
    case 'ranked':
      return topic.boldness === null || topic.id.startsWith('response.') || topic.id === 'stage'
        ? `${words.page.ranked} ${words.page.known}`
        : words.page.ranked
    case 'gate':
      return topic.body.behind === null ? words.page.gate : words.page.session
    case 'fold':
      return `${words.page.fold} ${words.page.sequence(topic.body.join.map(answerWords).join(', '))}`
    default:
      return topic.body satisfies never
  }
}

const urgencyOf = (topic: Extract<Topic, { kind: 'collection' }>, id: string): string | null => {
  const urgency = topic.items.find((item) => item.id === id)?.detail.urgency
  return urgency?.kind === 'fixed' ? words.page.urgency(urgencyWords(urgency.value)) : null
}

const toneOf = (answer: string | null) =>
  answer === null ? undefined : gateTone(answer) === 'notice' ? ruleOutTone(answer) : gateTone(answer)

type LineProps = Readonly<{ row: Row; rank: number; beside: string | null }>

function Line({ row, rank, beside }: LineProps) {
  const title = titleOf(row)
  return (
    <li id={`rule-${row.id.replaceAll('/', '-')}`} className={classes.rule} data-tone={toneOf(row.answer)}>
      <div className={classes.head}>
        <strong>{title}</strong>
        <span className={classes.rank}>
          {rank}. {row.id}
          {row.atChair && ` · ${words.page.atChair}`}
          {beside !== null && ` · ${beside}`}
          {row.unverified && <span className={classes.flag}> · {words.page.unverified}</span>}
        </span>
      </div>
      {row.when !== null && <ConditionWords of={row.when} />}
      <p className={classes.why}>
        {row.kind === 'fold' || row.text === title ? '' : row.text} <Cites because={row.because} here />
      </p>
    </li>
  )
}

function titleOf(row: Row): string {
  if (row.kind === 'need') return words.page.need
  if (row.kind === 'limit') return words.page.limit[row.answer ?? ''] ?? ''
  if (row.kind === 'otherwise') return `${words.page.otherwise}: ${answerWords(row.answer ?? '')}`
  if (row.kind === 'fold') return decisionTitle(row.id)
  // A red flag is called like the finding that raises it.
  if (row.kind === 'item') return factOf(row.id) === null ? row.text : capital(factLabel(row.id))
  return row.answer === null ? '' : answerWords(row.answer)
}

type CandidateLineProps = Readonly<{ candidate: Extract<Topic, { kind: 'ranking' }>['candidates'][number] }>

const CandidateLine = ({ candidate }: CandidateLineProps) => (
  <li id={`rule-${candidate.id}`} className={classes.rule}>
    <div className={classes.head}>
      <strong>{candidate.label}</strong>
      <Cites because={candidate.because} here />
    </div>
    {(['for', 'against'] as const).map(
      (side) =>
        candidate[side].length > 0 && (
          <Text key={side} size="sm" mt={4}>
            <span className={classes.join}>{words.page[side]}</span>{' '}
            {candidate[side]
              .map((feature) => `${feature.label}${'+'.repeat(Math.max(0, feature.weight - 1))}`)
              .join(', ')}
          </Text>
        ),
    )}
    <Text size="sm" mt={4}>
      <span className={classes.join}>{words.page.settles}</span> {candidate.test}
    </Text>
  </li>
)

function Exceptions({ decision }: Readonly<{ decision: Decision }>) {
  if (decision.body.kind !== 'gate' || decision.body.exceptions.length === 0) return null
  return (
    <>
      <h3>{words.page.exceptions}</h3>
      <p className={classes.soft}>{words.page.exceptionText}</p>
      <ul className={classes.rules}>
        {decision.body.exceptions.map((exception) => (
          <li key={exception.code} id={`rule-${exception.code}`} className={classes.rule}>
            <div className={classes.head}>
              <strong>{exception.label}</strong>
              <span className={classes.rank}>{exception.code}</span>
            </div>
            <Text size="sm" c="dimmed">
              {words.page.covers(exception.covers.join(', '))} <Cites because={exception.because} here />
            </Text>
            <span className={classes.join}>{words.page.available}</span>
            <ConditionWords of={exception.available} />
            <span className={classes.join}>{words.page.inForce}</span>
            <ConditionWords of={exception.inForce} />
          </li>
        ))}
      </ul>
    </>
  )
}
