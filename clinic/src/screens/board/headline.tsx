import type { Board } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useMe } from '../../api/queries.ts'
import { needYou } from './need-you.ts'
import { words } from './words.ts'

const mostNamed = 4

/** One sentence above everything: who needs the reader today. */
export function Headline({ board }: Readonly<{ board: Board }>) {
  const roles = useMe().data?.account?.roles ?? []
  const needing = needYou(board, roles)
  if (needing.length === 0) return <>{words.nobodyNeedsYou}</>
  const named = needing.slice(0, mostNamed)
  return (
    <>
      <strong>{words.needYou(needing.length)}</strong>{' '}
      {named.map(({ name, to, why }, at) => (
        <span key={to}>
          {at > 0 && ', '}
          <Anchor component={Link} to={to} underline="always">
            {name}
          </Anchor>{' '}
          ({why})
        </span>
      ))}
      {needing.length > mostNamed && ` ${words.andMore(needing.length - mostNamed)}`}
    </>
  )
}
