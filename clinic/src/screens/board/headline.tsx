import type { Board, Needing } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { requestPage } from '../requests/use-accept.ts'
import { words } from './words.ts'

type HeadlineProps = Pick<Board, 'needing'> &
  Readonly<{ /** How many wait for this reader’s answer. */ requests: number }>

/** One sentence above everything: who needs the reader today. */
export function Headline({ needing: { count, first }, requests }: HeadlineProps) {
  if (count === 0) return <>{words.nobodyNeedsYou(requests)}</>
  return (
    <>
      <strong>{words.needYou(count)}</strong>{' '}
      {first.map((one, at) => (
        <span key={one.id}>
          {at > 0 && ', '}
          <Anchor component={Link} to={pageOf(one)} underline="always">
            {one.name}
          </Anchor>{' '}
          ({words.why[one.why]})
        </span>
      ))}
      {count > first.length && ` ${words.andMore(count - first.length)}`}
    </>
  )
}

const pageOf = ({ id, why }: Needing): string =>
  why === 'call' ? requestPage(id) : `/patients/${encodeURIComponent(id)}`
