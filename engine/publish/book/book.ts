/**
 * The pathway book before it is set: chapters of pages, each with its sources on the left and what the rules make of
 * them on the right. Markdown and HTML are two settings of this, and say the same.
 */
export type Book = Readonly<{
  title: string
  /** Which pathway, which version. */
  edition: string
  /** Stands on every page. */
  mark: string
  isSigned: boolean
  about: readonly string[]
  tallies: readonly Readonly<{ count: number; what: string }>[]
  chapters: readonly Chapter[]
}>

export type Chapter = Readonly<{ id: string; title: string; about: string; pages: readonly Page[] }>

/** Two facing pages. Without sources the right one stands alone. */
export type Page = Readonly<{
  id: string
  /** The name by which rules, people and other systems call it. */
  name: string
  title: string
  flags: readonly string[]
  sources: readonly Source[]
  body: readonly Block[]
  /** Pages of what this one consists of: the rules of a decision. */
  parts: readonly Page[]
}>

export type Source =
  | Readonly<{
      kind: 'passage'
      id: string
      says: string
      strength: string
      from: string
      locator: string
      dated: string
      reviewBy: string
      isNormative: boolean
      isUnverified: boolean
      /** It was to be read again before the day on which the book is read. */
      isPastReview: boolean
    }>
  | Readonly<{ kind: 'own-judgement'; reason: string }>

/**
 * A condition as an indented list: what joins the parts, and the parts. What has a name leads to its page; what is a
 * column of the table below carries its letter.
 */
export type Outline = Readonly<{
  text: string
  leadsTo: string | null
  letter: string | null
  parts: readonly Outline[]
}>

export type Block =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'outline'; title: string; outline: Outline }>
  | Readonly<{ kind: 'list'; title: string; items: readonly string[] }>
  | Readonly<{ kind: 'table'; title: string; table: Table }>
  | Readonly<{ kind: 'people'; title: string; people: readonly Mention[]; more: number }>

/** A person who shows a rule; `open` where it is not known to hold for them. */
export type Mention = Readonly<{ id: string; says: string | null; isOpen: boolean }>

/** `elsewhere`: what would stand here stands with the rule itself. `or`: the row is another case of the rule above. */
export type Tone = 'yes' | 'no' | 'unknown' | 'whatever' | 'elsewhere' | 'or' | 'answer' | 'plain'
export type Cell = Readonly<{ text: string; tone: Tone; leadsTo?: string }>

export type Table = Readonly<{
  /** Letters of columns, and what each stands for; empty where the list above says it. */
  legend: readonly Readonly<{ letter: string; text: string; leadsTo: string | null }>[]
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  note: string | null
}>
