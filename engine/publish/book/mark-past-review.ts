import { isPastReview } from '@facialis/language'
import type { Book, Page, Source } from './book.ts'

/** The book as of a day (`YYYY-MM-DD`): a passage that was to be reviewed before that day is marked. */
export function markPastReview(book: Book, day: string): Book {
  const isPast = (source: Source): boolean => source.kind === 'passage' && isPastReview(source, day)
  const shown = (page: Page): Page => {
    const past = page.sources.filter(isPast).length
    return {
      ...page,
      flags: past === 0 ? page.flags : [...page.flags, `${past} ${past === 1 ? 'passage' : 'passages'} past review`],
      sources: page.sources.map((source) =>
        source.kind === 'passage' && isPast(source) ? { ...source, isPastReview: true } : source,
      ),
      parts: page.parts.map(shown),
    }
  }
  return { ...book, chapters: book.chapters.map((chapter) => ({ ...chapter, pages: chapter.pages.map(shown) })) }
}
