import type { Source as Origin, Pathway } from '@facialis/language'
import { type Wording, wordingById } from '../../ground/words.ts'
import { editionOf, markOf } from '../ground/mark.ts'
import { anchorOf, personAnchor } from './anchors.ts'
import type { Book, Chapter, Page } from './book.ts'
import { sourcesChapter } from './chapter-of-page.ts'
import { passageSource } from './cited-sources.ts'
import { decisionPage } from './decision-page.ts'
import {
  alertPage,
  checkPage,
  collectionPage,
  conflictPages,
  numberPages,
  rankingPage,
  stepPage,
} from './list-chapters.ts'
import { markPastReview } from './mark-past-review.ts'
import { namedConditionAnchor, namedConditions } from './named-conditions.ts'
import { type ExamplePerson, type PageContext, ruleCoverage } from './rule-coverage.ts'
import { conditionBlocks } from './rule-page.ts'

/**
 * The whole pathway as a book for the clinician who reads, changes and signs it. `on` is the day on which it is read,
 * `YYYY-MM-DD`. `wording` names what stands in conditions and what is answered; without it both are read by ids.
 */
export function bookOf(
  pathway: Pathway,
  people: readonly ExamplePerson[],
  { on, wording = wordingById }: Readonly<{ on: string; wording?: Wording }>,
): Book {
  const context: PageContext = { ...ruleCoverage(pathway, people), wording }
  const mark = markOf(pathway)
  const chapters = chaptersOf(pathway, context, people).filter(({ pages }) => pages.length > 0)
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
  return markPastReview(book, on)
}

function chaptersOf(pathway: Pathway, context: PageContext, people: readonly ExamplePerson[]): readonly Chapter[] {
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
      pathway.decisions.map((decision) => decisionPage(decision, context)),
    ),
    of('lists', 'Lists', 'What is collected or ordered rather than decided.', [
      ...pathway.collections.map((collection) => collectionPage(collection, context)),
      ...pathway.rankings.map((ranking) => rankingPage(ranking, context)),
    ]),
    of(
      'steps',
      'Next steps',
      'What is called for, who owns it and by when. A due date counts from an event, never from today.',
      pathway.steps.map((step) => stepPage(step, context)),
    ),
    of(
      'alerts',
      'Alerts',
      'What must be said.',
      pathway.alerts.map((alert) => alertPage(alert, context)),
    ),
    of(
      'checks',
      'Before signing',
      'What is looked at before an entry is signed.',
      pathway.checks.map((check) => checkPage(check, context)),
    ),
    of(
      'names',
      'Conditions by name',
      'What is meant by the names that stand in the rules.',
      namedConditions(pathway).map((named) => ({
        id: namedConditionAnchor(named),
        name: '',
        title: named.name,
        flags: [],
        sources: [],
        body: conditionBlocks(named.of, 'Means', context.wording),
        parts: [],
      })),
    ),
    of(
      'numbers',
      'Numbers a site may set',
      'Each with its default, and the bounds within which it is safe.',
      numberPages(pathway),
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
            items: context
              .answersOf(person.id)
              .map(({ decision, answer }) => context.wording.naming.decided(decision, [answer])),
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
    sources: passages.map(passageSource),
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
