import type { Source as Origin, Pathway } from '@facialis/language'
import { type Wording, wordingById } from '../../ground/words.ts'
import { editionOf, markOf } from '../ground/mark.ts'
import { sourcesChapter } from './addresses.ts'
import type { Book, Chapter, Page } from './book.ts'
import { passageShown } from './cited.ts'
import { decisionPage } from './decision-page.ts'
import { exercisedBy, type Person, type Telling } from './exercised.ts'
import {
  alertPage,
  checkPage,
  collectionPage,
  conflictPages,
  numberPage,
  rankingPage,
  stepPage,
} from './list-chapters.ts'
import { anchorOf, namesOf, pageOfName } from './names.ts'
import { readOn } from './past-review.ts'
import { personAnchor } from './places.ts'
import { conditionShown } from './rule-page.ts'

/**
 * The whole pathway as a book for the clinician who reads, changes and signs it. `on` is the day on which it is read,
 * `YYYY-MM-DD`. `wording` names what stands in conditions and what is answered; without it both are read by ids.
 */
export function bookOf(
  pathway: Pathway,
  people: readonly Person[],
  { on, wording = wordingById }: Readonly<{ on: string; wording?: Wording }>,
): Book {
  const telling: Telling = { ...exercisedBy(pathway, people), wording }
  const mark = markOf(pathway)
  const chapters = chaptersOf(pathway, telling, people).filter(({ pages }) => pages.length > 0)
  const book: Book = {
    title: pathway.title,
    edition: editionOf(pathway),
    mark: mark.text,
    isSigned: mark.isSigned,
    about: [
      'First stands what a source says, then what the rules make of it: as a sentence, as a table, and with made-up people who show it.',
      'Every condition is yes, no or not known. Not known is never read as no.',
      'A passage marked unverified was not found in a source that could be opened. Own judgement says that no source stands behind a rule, and why it is there all the same.',
    ],
    tallies: talliesOf(pathway, chapters, people.length),
    chapters,
  }
  return readOn(book, on)
}

function chaptersOf(pathway: Pathway, telling: Telling, people: readonly Person[]): readonly Chapter[] {
  const of = (id: string, title: string, about: string, pages: readonly Page[]): Chapter => ({
    id,
    title,
    about,
    pages,
  })
  return [
    of(
      'decisions',
      'Decisions',
      'Each question with its closed set of answers, in the order in which they are decided.',
      pathway.decisions.map((decision) => decisionPage(decision, telling)),
    ),
    of('lists', 'Lists', 'What is collected or ordered rather than decided.', [
      ...pathway.collections.map((collection) => collectionPage(collection, telling)),
      ...pathway.rankings.map((ranking) => rankingPage(ranking, telling)),
    ]),
    of(
      'steps',
      'Next steps',
      'What is called for, who owns it and by when. A due date counts from an event, never from today.',
      pathway.steps.map((step) => stepPage(step, telling)),
    ),
    of(
      'alerts',
      'Alerts',
      'What must be said.',
      pathway.alerts.map((alert) => alertPage(alert, telling)),
    ),
    of(
      'checks',
      'Before signing',
      'What is looked at before an entry is signed.',
      pathway.checks.map((check) => checkPage(check, telling)),
    ),
    of(
      'names',
      'Conditions by name',
      'What is meant by the names that stand in the rules.',
      namesOf(pathway).map((named) => ({
        id: pageOfName(named),
        name: '',
        title: named.name,
        flags: [],
        sources: [],
        body: conditionShown(named.of, 'Means', telling.wording),
        parts: [],
      })),
    ),
    of(
      'numbers',
      'Numbers a site may set',
      'Each with its default, and the bounds within which it is safe.',
      numberPage(pathway),
    ),
    of(
      'conflicts',
      'Where sources disagree',
      'Both are shown, and which one the rules follow.',
      conflictPages(pathway),
    ),
    of(sourcesChapter, 'Sources', 'Every passage, in our own words, by where it comes from.', sourcePages(pathway)),
    of(
      'people',
      'Example people',
      'All of them are made up. What the pathway answers of each is tested.',
      people.map((person) => ({
        id: personAnchor(person.id),
        name: person.id,
        title: person.title,
        flags: [],
        sources: [],
        body: [
          { kind: 'text', text: person.story },
          {
            kind: 'list',
            title: 'Answers',
            items: telling
              .answersOf(person.id)
              .map(({ decision, answer }) => telling.wording.naming.decided(decision, [answer])),
          },
        ],
        parts: [],
      })),
    ),
  ]
}

function sourcePages(pathway: Pathway): readonly Page[] {
  const bySource = Map.groupBy(pathway.passages, ({ source }) => source)
  return [...bySource].map(([source, passages]) => ({
    id: anchorOf('source', source.id),
    name: source.id,
    title: source.title,
    flags: [],
    sources: passages.map(passageShown),
    body: [{ kind: 'text', text: originWords(source) }],
    parts: [],
  }))
}

const originWords = ({ dated, reviewBy, locator }: Origin): string =>
  `Dated ${dated}, to be read again by ${reviewBy}.${locator === undefined ? '' : ` ${locator}`}`

/** How much there is, and how much of it nobody but us stands behind. */
function talliesOf(pathway: Pathway, chapters: readonly Chapter[], people: number): Book['tallies'] {
  const pages = chapters.flatMap((chapter) => chapter.pages.flatMap((page) => [page, ...page.parts]))
  const flagged = (word: string): number =>
    pages.filter(({ flags }) => flags.some((flag) => flag.includes(word))).length
  const unseen = pathway.passages.filter(({ unverified }) => unverified).length
  return [
    { count: pathway.decisions.length, what: 'decisions' },
    { count: pages.filter(({ sources }) => sources.length > 0).length, what: 'pages with a source' },
    { count: pathway.passages.length, what: 'passages' },
    { count: people, what: 'example people' },
    { count: flagged('own judgement'), what: 'places with own judgement' },
    { count: flagged('own judgement only'), what: 'of these without any source' },
    { count: unseen, what: 'unverified passages' },
  ]
}
