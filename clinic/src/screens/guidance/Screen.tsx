import { TextInput } from '@mantine/core'
import { SearchIcon } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { NavLink, Route, Routes, useLocation, useSearchParams } from 'react-router'
import { useMe } from '../../api/queries.ts'
import classes from './book.module.css'
import { ChapterPage } from './chapter-page.tsx'
import { chapterIds } from './chapters.ts'
import { ConflictsPage } from './conflicts.tsx'
import { Contents } from './contents.tsx'
import { DecisionPage } from './decision-page.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { PassagePage } from './passage-page.tsx'
import { PolicyPage } from './policy-page.tsx'
import { Results } from './results.tsx'
import { toChapter } from './search.ts'
import { words } from './words.ts'

/** The pathway as a book, with its own contents beside every page. */
export function Screen() {
  const me = useMe()
  const today = me.data?.today ?? ''
  const { pathname } = useLocation()
  const [params, setParams] = useSearchParams()
  const searched = params.get('q') ?? ''
  const [text, setText] = useState(searched)
  const written = useRef(searched)
  // The address follows a moment after the typing, and never writes over what is being typed.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text === written.current) return
      written.current = text
      setParams(text === '' ? {} : { q: text }, { replace: true })
    }, 250)
    return () => clearTimeout(timer)
  }, [text, setParams])
  // Another page, a link out of the results or the back button brings its own search.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page ends a search that is not yet in the address
  useEffect(() => {
    written.current = searched
    setText(searched)
  }, [pathname])
  useEffect(() => {
    if (searched === written.current) return
    written.current = searched
    setText(searched)
  }, [searched])
  const sought = useDeferredValue(text.trim())
  return (
    <div className={classes.book}>
      <nav className={classes.nav} aria-label={words.book}>
        <TextInput
          type="search"
          label={words.search}
          placeholder={words.searchHint}
          leftSection={<SearchIcon size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ul>
          <li>
            <NavLink to="/guidance" end>
              {words.contents}
            </NavLink>
          </li>
          {chapterIds.map((chapter, at) => (
            <li key={chapter}>
              <NavLink to={toChapter(chapter)}>{words.chapter(at + 1, words.chapters[chapter].title)}</NavLink>
            </li>
          ))}
          <li>
            <NavLink to="/guidance/conflicts">{words.conflicts.title}</NavLink>
          </li>
          <li>
            <NavLink to="/guidance/policy">{words.policy.title}</NavLink>
          </li>
        </ul>
      </nav>
      <div className={classes.main}>
        {sought === '' ? (
          <Routes key={pathname}>
            <Route index element={<Contents />} />
            <Route path="chapter/:id" element={<ChapterPage />} />
            <Route path="decision/:id" element={<DecisionPage today={today} />} />
            <Route path="passage/:id" element={<PassagePage today={today} />} />
            <Route path="conflicts" element={<ConflictsPage />} />
            <Route path="policy" element={<PolicyPage />} />
            <Route path="*" element={<NoSuchPage />} />
          </Routes>
        ) : (
          <Results text={sought} />
        )}
      </div>
    </div>
  )
}
