import type { LikePatient } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dateWords } from '../../words/dates.ts'
import classes from './requests.module.css'
import { words } from './words.ts'

type AlikeListProps = Readonly<{ people: readonly LikePatient[]; action?: (like: LikePatient) => ReactNode }>

/** People who are known here and may be the same, with what tells them apart. */
export const AlikeList = ({ people, action }: AlikeListProps) => (
  <ul className={classes.list}>
    {people.map((like) => (
      <li key={like.id}>
        <span>
          <Anchor component={Link} underline="always" to={`/patients/${encodeURIComponent(like.id)}`}>
            {like.name}
          </Anchor>{' '}
          <span className={classes.soft}>
            {like.birthDate === null ? words.bornUnknown : words.born(dateWords(like.birthDate))}
            {like.phone !== null && `, ${like.phone}`}
          </span>
        </span>
        {action?.(like)}
      </li>
    ))}
  </ul>
)
