import { sourceAnchor } from './anchors.ts'
import type { Book, Page } from './book.ts'

/** The chapter in which passages are listed. */
export const sourcesChapter = 'sources'

/** The chapter of every page and of every passage. */
export function chapterOfPage(book: Book): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (page: Page, chapter: string): void => {
    found.set(page.id, chapter)
    if (chapter === sourcesChapter)
      for (const source of page.sources) if (source.kind === 'passage') found.set(sourceAnchor(source.id), chapter)
    for (const part of page.parts) visit(part, chapter)
  }
  for (const chapter of book.chapters) for (const page of chapter.pages) visit(page, chapter.id)
  return found
}
