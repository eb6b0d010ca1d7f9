/** Letters of other scripts that look like these: a word typed on another keyboard, or to be overlooked, is the same word. */
const alike: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsαaβbεeιiκkνvοoρpτtυuχxıi'.matchAll(/(.)(.)/gu)].map(([, other, latin]) => [
    other as string,
    latin as string,
  ]),
)

const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false
  return true
}

/** A text as names are held against it: without capitals, accents, signs nobody sees, and letters that only look like others. */
export const foldText = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .replace(/[\u0131\u0370-\u03ff\u0400-\u04ff]/gu, (sign) => alike[sign] ?? sign)
