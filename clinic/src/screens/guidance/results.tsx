import { Title } from '@mantine/core'
import { Link } from 'react-router'
import classes from './book.module.css'
import { search } from './search.ts'
import { words } from './words.ts'

const most = 40

/** What the book holds for the words searched for. */
export function Results({ text }: Readonly<{ text: string }>) {
  const hits = search(text, most)
  return (
    <section aria-label={words.search} aria-live="polite">
      <Title order={1}>{words.results}</Title>
      <p className={classes.soft}>
        {words.found(hits.length, text)}
        {hits.length === most && `. ${words.cut}`}
      </p>
      <ul className={classes.hits}>
        {hits.map((hit) => (
          <li key={`${hit.kind} ${hit.to} ${hit.id}`} className={classes.hit}>
            <span className={classes.kind}>{words.kinds[hit.kind]}</span>
            <Link to={hit.to}>{hit.title}</Link>
            <p className={classes.soft}>{hit.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
