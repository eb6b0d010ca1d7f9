/**
 * Words that are tried first, as letters only. The list is short because `checkPassword` undoes what people add to
 * them: digits, signs and swapped letters.
 */
const words = `
password passwort motdepasse contrasena welcome willkommen bienvenue changeme letmein iloveyou sunshine princess
football baseball basketball superman batman trustno dragon monkey shadow master michael jennifer jordan qwerty
qwertyuiop qwertzuiop azertyuiop asdfghjkl zxcvbnm qazwsxedc abcdefghijkl abcdefgh abcdef administrator admin
hospital clinic facialis neurology medical doctor nurse patient health secret computer internet summer winter spring
autumn january february december monday friday starwars pokemon minecraft charlie
`
  .trim()
  .split(/\s+/)

const phrases = [
  'correcthorsebatterystaple',
  'thisismypassword',
  'thisisapassword',
  'iloveyousomuch',
  'letmeinplease',
  'changemeplease',
]

/** Each word, twice, after a small word, and beside the commonest of its kind. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...phrases,
  ...words.flatMap((word) => [
    word,
    word + word,
    ...['my', 'the', 'our', 'new'].map((small) => small + word),
    ...['password', 'admin', 'welcome'].flatMap((other) => [word + other, other + word]),
  ]),
])
