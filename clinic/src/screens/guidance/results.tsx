import { Title, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import classes from './book.module.css'
import { search } from './search.ts'
import { words } from './words.ts'

const most = 40

/** What the book holds for the words searched for. */
export function Results({ text }: Readonly<{ text: string }>) {
  const hits = search(text, most)
  const found = words.found(hits.length, text)
  return (
    <section aria-label={words.search}>
      <Title order={1}>{words.results}</Title>
      <p className={classes.soft}>
        {found}
        {hits.length === most && `. ${words.cut}`}
      </p>
      {/* Whoever hears the page hears how much was found, once they stop typing; read as they type it would be every place again at each letter. */}
      <VisuallyHidden role="status">{useSettled(found)}</VisuallyHidden>
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

const pause = 800

/** A text once it has stood for a moment; nothing before. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(setSettled, pause, text)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
