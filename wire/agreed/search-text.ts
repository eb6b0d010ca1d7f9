/**
 * A text as it is looked for: capitals, accents, strokes and apostrophes do not matter, nor what nobody sees. "Muller" finds
 * "Müller", "STRAUSS" finds "Strauß", "Lukasz" finds "Łukasz", "obrien" finds "O’Brien". A mark that is a letter by itself, as
 * the vowels of Devanagari, stays: another name would be meant.
 */
export const searchText = (text: string): string =>
  text
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(besideALetter, '')
    .replace(unseen, '')
    // Upwards first: only so are ß and SS, or ı and I, one.
    .toUpperCase()
    .toLowerCase()
    .replace(/[łøđɖðħŧæœþßς\u2010\u064a\u0649\u0643]/g, (letter) => struck[letter] ?? letter)

/** However they are typed; some would come apart into a space and an accent. */
const apostrophes = /['‘’‛`｀´ʹʻʼʽʾʿˈ′‵＇՚׳]/g
/** Accents, and the points of scripts that are written without them as well; not the marks that make another sound in Japanese. */
const besideALetter = /(?=\p{M})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu
/** What only says how its neighbours are drawn, and the stroke that makes an Arabic word longer; not the gap within a Persian one. */
const unseen = /(?!\u200c)[\p{Default_Ignorable_Code_Point}\u0640]/gu
const struck: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ɖ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ß: 'ss',
  // At the end of a word; where somebody goes on typing it is no end any more.
  ς: 'σ',
  '\u2010': '-',
  // Keyboards for Arabic and for Persian write the same yeh and kaf with other letters.
  '\u064a': '\u06cc',
  '\u0649': '\u06cc',
  '\u0643': '\u06a9',
}
