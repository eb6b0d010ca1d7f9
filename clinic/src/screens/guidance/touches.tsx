import { Link } from 'react-router'
import { useBoard } from '../../api/queries.ts'
import { answerWords } from '../../words/clinical.ts'
import classes from './book.module.css'
import { touchedBy } from './touches.ts'
import { words } from './words.ts'

/** How many people of the board a topic touches; nothing for those who may not see the board. */
export function Touches({ topic }: Readonly<{ topic: string }>) {
  const board = useBoard()
  if (board.data === undefined) return null
  const touched = touchedBy(topic, board.data.groups)
  return (
    <p className={classes.soft}>
      <strong>{words.touches.title}.</strong>{' '}
      {touched.total === 0 ? words.touches.none : words.touches.some(touched.total)}{' '}
      {touched.parts.map((part, at) => (
        <span key={part.id}>
          {at > 0 && ', '}
          <Link to={part.to}>{words.touches.part(part.count, answerWords(part.id))}</Link>
        </span>
      ))}
    </p>
  )
}
