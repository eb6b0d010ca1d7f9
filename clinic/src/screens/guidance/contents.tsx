import { Link } from 'react-router'
import { useMe } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { pathway } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { decisionTitle } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './book.module.css'
import { chapterIds, isStone, stepsIn, topicsIn } from './chapters.ts'
import { Diagram } from './diagram.tsx'
import { toChapter, toTopic } from './search.ts'
import { words } from './words.ts'

/** From when this version of the pathway counts, where it does not yet. */
function Waits() {
  const waitsUntil = useMe().data?.waitsUntil ?? null
  return waitsUntil === null ? null : (
    <Notice tone="caution" title={words.waits(pathway.version, dateWords(waitsUntil))} />
  )
}

/** The first page: the drawing, and what stands in which chapter. */
export const Contents = () => (
  <Page title={words.title} lead={words.lead}>
    <p className={classes.soft}>
      {pathway.title}. {words.version(pathway.version, pathway.status)}.
    </p>
    <Waits />
    <Diagram />
    <div className={classes.grid}>
      {chapterIds.map((chapter, at) => {
        const pages = topicsIn(chapter).filter((topic) => !isStone(topic))
        return (
          <section key={chapter} className={classes.card} aria-label={words.chapters[chapter].title}>
            <h2>
              <Link to={toChapter(chapter)}>{words.chapter(at + 1, words.chapters[chapter].title)}</Link>
            </h2>
            <p className={classes.soft}>{words.chapters[chapter].text}</p>
            <ul className={classes.links}>
              {pages.map((topic) => (
                <li key={topic.id}>
                  <Link to={toTopic(topic.id)}>{decisionTitle(topic.id)}</Link>
                </li>
              ))}
            </ul>
            <p className={classes.soft}>{words.count(pages.length, stepsIn(chapter).length)}</p>
          </section>
        )
      })}
    </div>
  </Page>
)
