/** The pathway in other forms, each made from its data: the book, the diagram. */
export type { Book } from './book/book.ts'
export { decisionAnchor } from './book/decision-page.ts'
export type { Person } from './book/exercised.ts'
export { bookHtml } from './book/html.ts'
export { bookOf } from './book/make-book.ts'
export { bookMarkdown } from './book/markdown.ts'
export { diagramSvg } from './diagram/diagram.ts'
export { type Mark, markOf } from './mark.ts'
